namespace Qingdan.Standards.Contracts.ValueDomains;

/// <summary>How a written value was understood.</summary>
public enum ReadingKind
{
    /// <summary>Nothing was written (暂无, null and dashes count as nothing).</summary>
    Empty,

    /// <summary>The standard name, letter by letter.</summary>
    Exact,

    /// <summary>Another spelling of the same: it is replaced, and the report says so.</summary>
    Synonym,

    /// <summary>The wording leads to this value but says more, or less: to be confirmed by a person.</summary>
    Likely,

    /// <summary>Not understood. Stays as it is, never guessed.</summary>
    Unknown,
}

/// <summary>A written value as it was understood.</summary>
/// <param name="Value">Null when empty or unknown.</param>
/// <param name="Kind">How it was understood.</param>
public readonly record struct Reading<T>(T? Value, ReadingKind Kind)
    where T : struct
{
    /// <summary>True when the standard name differs from what was written.</summary>
    public bool Changed => Kind is ReadingKind.Synonym or ReadingKind.Likely;

    /// <summary>Another spelling of <paramref name="value"/>.</summary>
    internal static Reading<T> Same(T value) => new(value, ReadingKind.Synonym);

    /// <summary>A value to be confirmed.</summary>
    internal static Reading<T> Perhaps(T value) => new(value, ReadingKind.Likely);

    /// <summary>Not understood.</summary>
    internal static Reading<T> Unknown { get; } = new(null, ReadingKind.Unknown);
}
