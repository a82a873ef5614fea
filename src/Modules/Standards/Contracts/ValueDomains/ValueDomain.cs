using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Qingdan.Standards.Contracts.ValueDomains;

/// <summary>One value of a domain.</summary>
/// <param name="Code">Stable, the name of the enum member; what is stored.</param>
/// <param name="Name">Chinese name; what is shown and exported.</param>
public sealed record DomainEntry(string Code, string Name);

/// <summary>值域: a closed list of values with Chinese names.</summary>
public abstract partial class ValueDomain
{
    private protected ValueDomain(string key, string name, IReadOnlyList<DomainEntry> entries) => (Key, Name, Entries) = (key, name, entries);

    /// <summary>Stable key, used by declarations: <c>share-property</c>.</summary>
    public string Key { get; }

    /// <summary>Chinese name: 共享属性.</summary>
    public string Name { get; }

    /// <summary>The values in the order they are shown.</summary>
    public IReadOnlyList<DomainEntry> Entries { get; }

    /// <summary>The entry a written value means, with how it was understood.</summary>
    public abstract (DomainEntry? Entry, ReadingKind Kind) ReadText(string? text);

    /// <summary>Splits a cell with several values: lists by 、，,；;| or line, also the text of a list (<c>['xls', 'csv']</c>).</summary>
    public static IReadOnlyList<string> Split(string? text) =>
        [.. Separators().Split(text ?? "").Select(part => part.Trim(' ', '\t', '\u3000', '[', ']', '\'', '"', '“', '”')).Where(part => part.Length > 0)];

    /// <summary>True for what people write when they have nothing to write; the text must be folded by <see cref="TextFold"/>.</summary>
    public static bool Blank(string folded) => folded is "" or "null" or "none" or "nil" or "nan" or "n/a" or "na" or "暂无" or "空" or "-" or "--" or "/" or "\\" or "—" or "——";

    /// <summary>True for 是, which says that something is so and not on which condition; the text must be folded.</summary>
    public static bool Yes(string folded) => folded is "是" or "yes" or "y" or "true";

    /// <summary>True for 否; the text must be folded.</summary>
    public static bool No(string folded) => folded is "否" or "no" or "n" or "false";

    [GeneratedRegex(@"[、，,;；|\r\n]+")]
    private static partial Regex Separators();
}

/// <summary>A domain over an enum.</summary>
public sealed class ValueDomain<T> : ValueDomain
    where T : struct, Enum
{
    private readonly FrozenDictionary<T, string> _names;
    private readonly FrozenDictionary<string, T> _spellings;
    private readonly Func<string, Reading<T>>? _words;

    /// <param name="key">Stable key.</param>
    /// <param name="name">Chinese name.</param>
    /// <param name="values">Each value with its Chinese name and its other spellings, parted by spaces.</param>
    /// <param name="words">Reads what is no known spelling, from the folded text.</param>
    internal ValueDomain(string key, string name, (T Value, string Name, string Spellings)[] values, Func<string, Reading<T>>? words = null)
        : base(key, name, [.. values.Select(v => new DomainEntry(v.Value.ToString(), v.Name))])
    {
        _names = values.ToFrozenDictionary(v => v.Value, v => v.Name);
        _spellings = values.SelectMany(v => v.Spellings.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(v.Name), (v, s) => (Text: TextFold.Of(s), v.Value))
            .DistinctBy(p => p.Text).ToFrozenDictionary(p => p.Text, p => p.Value);
        _words = words;
    }

    /// <summary>The Chinese name of a value.</summary>
    public string NameOf(T value) => _names[value];

    /// <summary>Understands a written value; what is not understood stays unknown.</summary>
    public Reading<T> Read(string? text)
    {
        var folded = TextFold.Of(text);
        if (Blank(folded)) return new Reading<T>(null, ReadingKind.Empty);
        if (_spellings.TryGetValue(folded, out var value)) return new Reading<T>(value, _names[value] == text ? ReadingKind.Exact : ReadingKind.Synonym);
        return _words?.Invoke(folded) ?? Reading<T>.Unknown;
    }

    /// <summary>Understands a cell with several values, each by itself.</summary>
    public IReadOnlyList<Reading<T>> ReadMany(string? text) => [.. Split(text).Select(Read)];

    /// <inheritdoc/>
    public override (DomainEntry? Entry, ReadingKind Kind) ReadText(string? text)
    {
        var reading = Read(text);
        return (reading.Value is { } value ? Entries.First(e => e.Code == value.ToString()) : null, reading.Kind);
    }
}
