using System.Collections.Immutable;
using System.Text;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>
/// Expands the variables of a word as the reference builder does, and removes its quotes and escapes. Carries along how
/// sure the result is.
/// </summary>
/// <param name="escape">The escape character of the file.</param>
/// <param name="lookUp">What a name stands for.</param>
/// <param name="budget">What the expansions of the file may still cost.</param>
internal sealed class VariableExpander(char escape, Func<string, Variable> lookUp, ExpansionBudget budget)
{
    private readonly StringBuilder _value = new();
    private string _word = "";
    private int _position;
    private Certainty _certainty;
    private bool _restsOnUnset;
    private ExpansionError _error;
    private bool _isTooLarge;
    private bool _keepsEscapes;
    private bool _keepsQuotes;
    private List<VariableReference>? _references;

    private bool IsStopped => _isTooLarge || _error != ExpansionError.None;

    /// <summary>Whether a word is its own expansion.</summary>
    internal static bool IsLiteral(ReadOnlySpan<char> word, char escape) =>
        word.IndexOfAny(['$', '\'', '"', escape]) < 0;

    internal ExpandedText Expand(string word)
    {
        Start(word);
        ReadUntil('\0', AnalysisBudget.MaxExpansionDepth);
        return IsStopped
            ? new ExpandedText("", Certainty.Unknown, _error)
            : new ExpandedText(_value.ToString(), _certainty, RestsOnUnset: _restsOnUnset);
    }

    /// <summary>Expands a word that may become none or several.</summary>
    internal ExpandedWords ExpandToWords(string word)
    {
        Start(word);
        ImmutableArray<string>.Builder words = ImmutableArray.CreateBuilder<string>();
        while (_position < word.Length && !IsStopped)
        {
            char c = word[_position];
            int start = _value.Length;
            ReadNext(AnalysisBudget.MaxExpansionDepth);
            if (c == '$')
            {
                string text = _value.ToString(start, _value.Length - start);
                _value.Length = start;
                foreach (char part in text)
                {
                    AppendOrSplit(part, words);
                }
            }
            else if (char.IsWhiteSpace(c))
            {
                _value.Length = start;
                AppendOrSplit(c, words);
            }
        }

        AppendOrSplit(' ', words);
        return IsStopped
            ? new ExpandedWords([], Certainty.Unknown, _error)
            : new ExpandedWords(words.DrainToImmutable(), _certainty, RestsOnUnset: _restsOnUnset);
    }

    /// <summary>The variables of a word in order, those included that a modifier makes irrelevant.</summary>
    /// <param name="word">The word.</param>
    /// <param name="keepsQuotes">Whether quotes are no more than characters, as in a here-document.</param>
    internal ImmutableArray<VariableReference> FindVariables(string word, bool keepsQuotes)
    {
        _references = [];
        _keepsQuotes = keepsQuotes;
        Start(word);
        ReadUntil('\0', AnalysisBudget.MaxExpansionDepth);
        return [.. _references];
    }

    private void Start(string word)
    {
        _word = word;
        _position = 0;
        _certainty = Certainty.Known;
        _restsOnUnset = false;
        _error = ExpansionError.None;
        _isTooLarge = false;
        _value.Clear();
    }

    private void AppendOrSplit(char c, ImmutableArray<string>.Builder words)
    {
        if (!char.IsWhiteSpace(c))
        {
            _value.Append(c);
        }
        else if (_value.Length > 0)
        {
            words.Add(_value.ToString());
            _value.Clear();
        }
    }

    /// <summary>Reads to the character that ends a modifier's word, or to the end.</summary>
    private void ReadUntil(char close, int depth)
    {
        while (_position < _word.Length && !IsStopped)
        {
            if (close != '\0' && _word[_position] == close)
            {
                return;
            }

            ReadNext(depth);
        }

        if (close != '\0')
        {
            Fail(ExpansionError.InvalidVariable);
        }
    }

    private void ReadNext(int depth)
    {
        char c = _word[_position++];
        if (c == '$')
        {
            ReadVariable(depth);
        }
        else if (c == '\'' && !_keepsQuotes)
        {
            ReadSingleQuoted();
        }
        else if (c == '"' && !_keepsQuotes)
        {
            ReadDoubleQuoted(depth);
        }
        else if (c == escape)
        {
            if (_keepsEscapes)
            {
                _value.Append(c);
            }

            if (_position < _word.Length)
            {
                _value.Append(_word[_position++]);
            }
        }
        else
        {
            _value.Append(c);
        }

        // A here-document may be long by itself; only its variables matter then.
        _isTooLarge |= _value.Length > AnalysisBudget.MaxExpandedLength && _references is null;
    }

    private void ReadSingleQuoted()
    {
        int end = _word.IndexOf('\'', _position);
        if (end < 0)
        {
            Fail(ExpansionError.UnclosedQuote);
            return;
        }

        _value.Append(_word, _position, end - _position);
        _position = end + 1;
    }

    private void ReadDoubleQuoted(int depth)
    {
        while (_position < _word.Length && !IsStopped)
        {
            char c = _word[_position++];
            if (c == '"')
            {
                return;
            }

            if (c == '$')
            {
                ReadVariable(depth);
            }
            else if (
                c == escape
                && _position < _word.Length
                && (_word[_position] is '"' or '$' || _word[_position] == escape)
            )
            {
                if (_keepsEscapes)
                {
                    _value.Append(c);
                }

                _value.Append(_word[_position++]);
            }
            else
            {
                _value.Append(c);
            }
        }

        Fail(ExpansionError.UnclosedQuote);
    }

    private void ReadVariable(int depth)
    {
        if (_position < _word.Length && _word[_position] == '{')
        {
            _position++;
            ReadBraces(depth - 1);
            return;
        }

        int start = _position;
        string name = ReadName();
        if (name.Length == 0)
        {
            _value.Append('$');
        }
        else
        {
            AppendValue(LookUp(name, start, isUnsetHandled: false));
        }
    }

    private void ReadBraces(int depth)
    {
        if (depth <= 0)
        {
            _isTooLarge = true;
            return;
        }

        int start = _position;
        string name = ReadName();
        if (_position >= _word.Length)
        {
            Fail(ExpansionError.InvalidVariable);
            return;
        }

        char modifier = _word[_position++];
        bool isEmptyUnset = modifier == ':' && name.Length > 0 && _position < _word.Length;
        if (isEmptyUnset)
        {
            modifier = _word[_position++];
        }

        switch (modifier)
        {
            case '}' when name.Length > 0 && !isEmptyUnset:
                AppendValue(LookUp(name, start, isUnsetHandled: false));
                break;
            case '-' or '+' or '?':
                ApplyDefault(LookUp(name, start, isUnsetHandled: true), modifier, isEmptyUnset, depth);
                break;
            case '#' or '%' when !isEmptyUnset:
                Trim(LookUp(name, start, isUnsetHandled: false), modifier, depth);
                break;
            case '/' when !isEmptyUnset:
                Replace(LookUp(name, start, isUnsetHandled: false), depth);
                break;
            default:
                Fail(ExpansionError.InvalidVariable);
                break;
        }
    }

    private void ApplyDefault(Variable variable, char modifier, bool isEmptyUnset, int depth)
    {
        // The word is read in any case, but counts only where it is used.
        Certainty before = _certainty;
        bool restedBefore = _restsOnUnset;
        int start = _value.Length;
        ReadWord('}', depth, keepsEscapes: false);
        if (IsStopped)
        {
            return;
        }

        bool isSet = variable.State == VariableState.Set && (!isEmptyUnset || variable.Guess.Length > 0);
        if (modifier == '+' ? isSet : modifier == '-' && !isSet)
        {
            // An unknown name is taken for unset, since the file says what holds then.
            Degrade(
                modifier == '-' && variable.Certainty == Certainty.Unknown && variable.State != VariableState.Set
                    ? Certainty.Default
                    : variable.Certainty
            );
            return;
        }

        _value.Length = start;
        _certainty = before;
        _restsOnUnset = restedBefore;
        if (modifier == '+')
        {
            Degrade(variable);
        }
        else if (modifier == '?' && !isSet && variable.Certainty == Certainty.Known)
        {
            Fail(ExpansionError.MissingVariable);
        }
        else if (modifier == '?' && !isSet)
        {
            // Whoever builds has to set it.
            Degrade(Certainty.Unknown);
        }
        else
        {
            AppendValue(variable);
        }
    }

    private void Trim(Variable variable, char modifier, int depth)
    {
        string pattern = ReadPart('}', depth);
        bool isLongest = pattern.Length > 0 && pattern[0] == modifier;
        Append(
            variable,
            isLongest ? pattern.Substring(1) : pattern,
            parsed =>
                modifier == '#'
                    ? parsed.TrimPrefix(variable.Guess, isLongest, budget)
                    : parsed.TrimSuffix(variable.Guess, isLongest, budget)
        );
    }

    private void Replace(Variable variable, int depth)
    {
        bool isAll = _position < _word.Length && _word[_position] == '/';
        if (isAll)
        {
            _position++;
        }

        string pattern = ReadPart('/', depth);
        string replacement = IsStopped ? "" : ReadPart('}', depth);
        Append(variable, pattern, parsed => parsed.Replace(variable.Guess, replacement, isAll, budget));
    }

    /// <summary>Appends what a pattern makes of a variable.</summary>
    private void Append(Variable variable, string pattern, Func<VariablePattern, string?> apply)
    {
        if (IsStopped || _references is not null)
        {
            return;
        }

        Degrade(variable);
        if (VariablePattern.TryParse(pattern) is { } parsed)
        {
            string? result = apply(parsed);
            _isTooLarge = result is null;
            _value.Append(result);
        }
        else if (_certainty == Certainty.Known)
        {
            Fail(ExpansionError.InvalidVariable);
        }
        else
        {
            // The pattern may come out differently.
            Degrade(Certainty.Unknown);
        }
    }

    /// <summary>Reads a part that is no text of the result, such as a pattern.</summary>
    private string ReadPart(char close, int depth)
    {
        int start = _value.Length;
        ReadWord(close, depth, keepsEscapes: true);
        string part = _value.ToString(start, _value.Length - start);
        _value.Length = start;
        return part;
    }

    private void ReadWord(char close, int depth, bool keepsEscapes)
    {
        bool before = _keepsEscapes;
        _keepsEscapes = keepsEscapes;
        ReadUntil(close, depth);
        _keepsEscapes = before;
        _position++;
    }

    /// <summary>A name of letters, digits and underscores, a run of digits, or one special character.</summary>
    private string ReadName()
    {
        int start = _position;
        if (_position < _word.Length && (char.IsLetter(_word[_position]) || _word[_position] == '_'))
        {
            while (
                _position < _word.Length
                && (char.IsLetter(_word[_position]) || char.IsDigit(_word[_position]) || _word[_position] == '_')
            )
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

    private Variable LookUp(string name, int start, bool isUnsetHandled)
    {
        Variable variable = lookUp(name);
        if (name.Length > 0)
        {
            _references?.Add(new VariableReference(name, start, variable, isUnsetHandled));
        }

        return variable;
    }

    private void AppendValue(Variable variable)
    {
        Degrade(variable);
        if (_references is not null)
        {
            return;
        }

        _isTooLarge |=
            !budget.TryTake(variable.Guess.Length)
            || _value.Length + variable.Guess.Length > AnalysisBudget.MaxExpandedLength;
        if (!_isTooLarge)
        {
            _value.Append(variable.Guess);
        }
    }

    private void Degrade(Variable variable)
    {
        _restsOnUnset |= variable.RestsOnUnset;
        Degrade(variable.Certainty);
    }

    private void Degrade(Certainty certainty) => _certainty = certainty > _certainty ? certainty : _certainty;

    private void Fail(ExpansionError error) => _error = IsStopped ? _error : error;
}
