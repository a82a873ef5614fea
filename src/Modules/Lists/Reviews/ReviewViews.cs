using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Records.Contracts.Shelves;

namespace Qingdan.Lists.Reviews;

/// <summary>How many rows were answered how, and what came of it.</summary>
public sealed record ReviewFigures(int Rows, int Answered, int Keep, int Again, int Remove, int Proposed, int Removed)
{
    /// <summary>None.</summary>
    public static ReviewFigures Empty { get; } = new(0, 0, 0, 0, 0, 0, 0);

    /// <summary>Added up.</summary>
    public static ReviewFigures Sum(IEnumerable<ReviewFigures> all) => all.Aggregate(Empty, (a, b) =>
        new(a.Rows + b.Rows, a.Answered + b.Answered, a.Keep + b.Keep, a.Again + b.Again, a.Remove + b.Remove, a.Proposed + b.Proposed, a.Removed + b.Removed));
}

/// <summary>A review in the list. <paramref name="SignedUnits"/> of <paramref name="Units"/> units have signed.</summary>
public sealed record ReviewLine(long Id, string Title, string NoticeNumber, DateOnly DueOn, bool Closed, int Units, int SignedUnits, ReviewFigures Figures);

/// <summary>A unit on the board. <paramref name="State"/> is a Chinese word; <paramref name="Late"/>: the day has passed and it is not signed.</summary>
public sealed record SheetLine(long Id, long ReviewId, long UnitId, string Unit, string State, Tone Tone, bool Late, bool HasSigned, ReviewFigures Figures);

/// <summary>A row with its answer. Words are Chinese keys of their translations; names are data.</summary>
public sealed record ReviewRowView(
    long Id, string Unit, string Kind, string Name, string Number, string Href, string Basis, string Cause, string Answer, Tone Tone, string Reason, string Outcome, string OutcomeNote, long SuccessorId);

/// <summary>The board of a review: units, and what waits for the authority.</summary>
public sealed record ReviewView(ReviewLine Line, string Note, string CreatedBy, DateTimeOffset CreatedAt, string ClosedBy, DateTimeOffset? ClosedAt, IReadOnlyList<SheetLine> Sheets, IReadOnlyList<ReviewRowView> Proposed, long ProposedInAll, int Edit, bool MayDecide);

/// <summary>A unit's sheet: its rows by filter.</summary>
/// <param name="MayAnswer">The reader answers for the unit now.</param>
/// <param name="MaySign">The head's turn, and the reader signs or records the paper.</param>
/// <param name="OnPaperOnly">The reader can only record what was signed on paper.</param>
public sealed record SheetView(
    SheetLine Line, string Title, DateOnly DueOn, string Note, bool Closed, IReadOnlyList<Facet> Tabs, string Tab, IReadOnlyList<ReviewRowView> Rows, int Page, long Total, bool Narrows, int Edit,
    bool MayAnswer, bool MaySubmit, bool MaySign, bool OnPaperOnly, IReadOnlyList<SignOff> SignOffs);
