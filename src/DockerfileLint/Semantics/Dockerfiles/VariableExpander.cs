using System.Text;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>Expands the variables of a word as the reference builder does, and removes its quotes and escapes. Carries along how sure the result is.</summary>
/// <param name="escape">The escape character.</param>
/// <param name="lookUp">The value of a name, <c>null</c> where it certainly is not set.</param>
internal sealed class VariableExpander(char escape, Func<string, ExpandedText?> lookUp)
{
    private const int DepthLimit = 256;

    /// <summary>Values that double from line to line end here.</summary>
    private const int LengthLimit = 1 << 16;

    private string _word = "";
    private int _position;
    private Certainty _certainty;
    private ExpansionError _error;

    internal ExpandedText Expand(string word)
    {
        if (word.AsSpan().IndexOfAny(['$', '\'', '"', escape]) < 0)
        {
            return new ExpandedText(word, Certainty.Known);
        }

        _word = word;
        _position = 0;
        _certainty = Certainty.Known;
        _error = ExpansionError.None;
        string value = ReadUntil('\0', DepthLimit);
        return _error != ExpansionError.None ? new ExpandedText("", Certainty.Unknown, _error)
            : value.Length > LengthLimit ? ExpandedText.Unknown
            : new ExpandedText(value, _certainty);
    }

    /// <summary>Reads to the closing brace of a modifier's word, or to the end.</summary>
    private string ReadUntil(char close, int depth)
    {
        var value = new StringBuilder();
        while (_position < _word.Length && _error == ExpansionError.None && value.Length <= LengthLimit)
        {
            char c = _word[_position];
            if (c == close && close != '\0')
            {
                return value.ToString();
            }

            _position++;
            if (c == '\'')
            {
                ReadSingleQuoted(value);
            }
            else if (c == '"')
            {
                ReadDoubleQuoted(value, depth);
            }
            else if (c == '$')
            {
                value.Append(ReadVariable(depth));
            }
            else if (c == escape)
            {
                if (_position < _word.Length)
                {
                    value.Append(_word[_position++]);
                }
            }
            else
            {
                value.Append(c);
            }
        }

        if (close != '\0' && value.Length <= LengthLimit)
        {
            Fail(ExpansionError.InvalidVariable);
        }

        return value.ToString();
    }

    private void ReadSingleQuoted(StringBuilder value)
    {
        int end = _word.IndexOf('\'', _position);
        if (end < 0)
        {
            Fail(ExpansionError.UnclosedQuote);
            return;
        }

        value.Append(_word, _position, end - _position);
        _position = end + 1;
    }

    private void ReadDoubleQuoted(StringBuilder value, int depth)
    {
        while (_position < _word.Length && _error == ExpansionError.None)
        {
            char c = _word[_position++];
            if (c == '"')
            {
                return;
            }

            if (c == '$')
            {
                value.Append(ReadVariable(depth));
            }
            else if (c == escape && _position < _word.Length && (_word[_position] is '"' or '$' || _word[_position] == escape))
            {
                value.Append(_word[_position++]);
            }
            else
            {
                value.Append(c);
            }
        }

        Fail(ExpansionError.UnclosedQuote);
    }

    private string ReadVariable(int depth)
    {
        if (_position < _word.Length && _word[_position] == '{')
        {
            _position++;
            return ReadBraces(depth - 1);
        }

        string name = ReadName();
        if (name.Length == 0)
        {
            return "$";
        }

        ExpandedText found = lookUp(name) ?? ExpandedText.Empty;
        Degrade(found.Certainty);
        return found.Value;
    }

    private string ReadBraces(int depth)
    {
        string name = ReadName();
        if (name.Length == 0 || _position >= _word.Length || depth <= 0)
        {
            Fail(ExpansionError.InvalidVariable);
            return "";
        }

        ExpandedText? value = lookUp(name);
        ExpandedText variable = value ?? ExpandedText.Empty;
        char modifier = _word[_position++];
        switch (modifier)
        {
            case '}':
                Degrade(variable.Certainty);
                return variable.Value;
            case ':' when _position < _word.Length && _word[_position] is '-' or '+' or '?':
                return ApplyDefault(variable, _word[_position++], isSet: variable.Value.Length > 0, depth);
            case '-' or '+' or '?':
                return ApplyDefault(variable, modifier, isSet: variable.Value.Length > 0 || value is { Certainty: not Certainty.Unknown }, depth);
            case '#' or '%' or '/':
                // Patterns: the value depends on the match, which no rule needs yet.
                ReadUntil('}', depth);
                _position++;
                Degrade(Certainty.Unknown);
                return variable.Value;
            default:
                Fail(ExpansionError.InvalidVariable);
                return "";
        }
    }

    private string ApplyDefault(ExpandedText variable, char modifier, bool isSet, int depth)
    {
        // The word is read in any case, but counts only where it is used.
        Certainty before = _certainty;
        string word = ReadUntil('}', depth);
        _position++;
        Certainty withWord = _certainty;
        _certainty = before;
        switch (modifier)
        {
            case '-' when !isSet:
                _certainty = withWord;
                Degrade(variable.Certainty == Certainty.Known ? Certainty.Known : Certainty.Default);
                return word;
            case '+':
                _certainty = isSet ? withWord : before;
                Degrade(variable.Certainty);
                return isSet ? word : "";
            default:
                Degrade(variable.Certainty);
                return variable.Value;
        }
    }

    /// <summary>A name of letters, digits and underscores, a run of digits, or one special character.</summary>
    private string ReadName()
    {
        int start = _position;
        if (_position < _word.Length && (char.IsLetter(_word[_position]) || _word[_position] == '_'))
        {
            while (_position < _word.Length && (char.IsLetterOrDigit(_word[_position]) || _word[_position] == '_'))
            {
                _position++;
            }
        }
        else if (_position < _word.Length && char.IsDigit(_word[_position]))
        {
            while (_position < _word.Length && char.IsDigit(_word[_position]))
            {
                _position++;
            }
        }
        else if (_position < _word.Length && _word[_position] is '@' or '*' or '#' or '?' or '-' or '$' or '!')
        {
            _position++;
        }

        return _word.Substring(start, _position - start);
    }

    private void Degrade(Certainty certainty) => _certainty = certainty > _certainty ? certainty : _certainty;

    private void Fail(ExpansionError error) => _error = _error == ExpansionError.None ? error : _error;
}
