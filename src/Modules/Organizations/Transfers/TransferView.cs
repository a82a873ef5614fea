using Qingdan.Organizations.Contracts;

namespace Qingdan.Organizations.Transfers;

/// <summary>What a transfer touches of one kind. <paramref name="Kind"/> is Chinese, to be translated.</summary>
public sealed record DutyGroup(string Kind, IReadOnlyList<DutyRow> Goes, IReadOnlyList<DutyRow> Stays)
{
    /// <summary>Rows of a kind shown on a page; the sheet has all.</summary>
    public const int Most = 50;

    internal static DutyGroup Of(string kind, IReadOnlyList<DutyRow> rows) => new(kind, [.. rows.Where(r => r.Stays.Length == 0)], [.. rows.Where(r => r.Stays.Length > 0)]);
}

/// <summary>One transfer of duties with what it touches.</summary>
/// <param name="Line">What it is.</param>
/// <param name="Scope">Which resources.</param>
/// <param name="System">The source system, where it goes by one.</param>
/// <param name="Recorded">When it was recorded.</param>
/// <param name="Ended">When it was carried out or withdrawn.</param>
/// <param name="EndedBy">By whom.</param>
/// <param name="Problem">Why it could not be carried out, Chinese; empty otherwise.</param>
/// <param name="Groups">By kind: as it stood on the day, or as it stands now.</param>
/// <param name="MayWithdraw">True when the reader may take it back.</param>
/// <param name="Due">True when its day has come and the job has not been there yet.</param>
/// <param name="Others">Other transfers under the same document.</param>
public sealed record TransferView(
    TransferLineRow Line, TransferScope Scope, string System, DateTimeOffset Recorded, DateTimeOffset? Ended, string EndedBy, string Problem,
    IReadOnlyList<DutyGroup> Groups, bool MayWithdraw, bool Due, IReadOnlyList<TransferLineRow> Others);

/// <summary>A transfer in a list.</summary>
public sealed record TransferLineRow(long Id, TransferKind Kind, TransferState State, Unit From, Unit To, DateOnly Day, string Document, string Note, string By);

/// <summary>A page of transfers.</summary>
public sealed record TransferListView(IReadOnlyList<TransferLineRow> Rows, TransferState? State, IReadOnlyDictionary<TransferState, int> Counts, int Page)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;

    /// <summary>How many fit.</summary>
    public int Total => State is { } state ? Counts.GetValueOrDefault(state) : Counts.Values.Sum();
}

/// <summary>What a transfer that is not recorded yet would do; <paramref name="Alike"/> are names of resources that the other unit has too.</summary>
public sealed record ImpactView(Unit From, Unit To, TransferKind Kind, TransferScope Scope, DateOnly Day, bool AtOnce, IReadOnlyList<DutyGroup> Groups, IReadOnlyList<string> Alike);
