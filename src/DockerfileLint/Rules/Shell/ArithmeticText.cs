using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>Tells arithmetic from commands between double parentheses.</summary>
internal static class ArithmeticText
{
    /// <summary>
    /// Whether operands and operators alternate, as far as the text tells: <c>find / | xargs</c> has two operands side
    /// by side.
    /// </summary>
    internal static bool IsExpression(ShellArithmeticExpansionSyntax expression)
    {
        bool isOperandBefore = false;
        bool isTouching = false;
        foreach (ShellWordPartSyntax part in expression.Parts)
        {
            if (part is not ShellLiteralSyntax literal)
            {
                // Two expansions side by side may be one operand.
                if (isOperandBefore && !isTouching)
                {
                    return false;
                }

                isOperandBefore = true;
                isTouching = true;
                continue;
            }

            string text = literal.Text.Text;
            int position = literal.Start;
            while (position < literal.End)
            {
                char c = text[position];
                if (c is ' ' or '\t' or '\n' or '\r')
                {
                    isTouching = false;
                    position++;
                }
                else if (ShellCharacters.IsName(c) || c is '"' or '\'' or '#')
                {
                    if (isOperandBefore && !isTouching)
                    {
                        return false;
                    }

                    isOperandBefore = true;
                    isTouching = true;
                    position++;
                }
                else if ("+-*/%<>=!&|^~?:,()[]".IndexOf(c) >= 0)
                {
                    // An operand may follow a closing mark or an increment; only names side by side are looked for.
                    isOperandBefore = false;
                    isTouching = false;
                    position++;
                }
                else
                {
                    return false;
                }
            }
        }

        return true;
    }
}
