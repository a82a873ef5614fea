using System.Collections.Frozen;
using Qingdan.Records.Contracts.Findings;

namespace Qingdan.Records.Findings;

/// <summary>All kinds of findings that the modules supply, the gravest first.</summary>
internal sealed class FindingKinds(IEnumerable<FindingKindSet> sets)
{
    private readonly FrozenDictionary<string, (FindingKind Kind, string Source)> _byCode =
        sets.SelectMany(s => s.Kinds, (s, kind) => (kind, s.Source)).ToFrozenDictionary(k => k.kind.Code);

    /// <summary>In the order they are shown.</summary>
    public IReadOnlyList<FindingKind> All { get; } = [.. sets.SelectMany(s => s.Kinds).OrderBy(k => k.Severity).ThenByDescending(k => k.Points)];

    /// <summary>The kind with this code, or null.</summary>
    public FindingKind? Find(string? code) => code is not null && _byCode.TryGetValue(code, out var known) ? known.Kind : null;

    /// <summary>The module that finds a kind.</summary>
    public string SourceOf(FindingKind kind) => _byCode[kind.Code].Source;
}
