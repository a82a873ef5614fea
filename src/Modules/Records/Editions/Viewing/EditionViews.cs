using Qingdan.Platform.Web;
using Qingdan.Records.Editions.Writing;

namespace Qingdan.Records.Editions.Viewing;

/// <summary>An edition in a list; <paramref name="Number"/> is 0 before it is issued, <paramref name="Unit"/> empty for all units.</summary>
public sealed record EditionRow(long Id, int Number, string Title, string State, Tone Tone, string Issuer, string Unit, string Document, DateOnly? IssuedOn, DateOnly? EffectiveOn, string Scope, int Round, DateOnly? OpinionsDueOn, bool Issued);

/// <summary>A list in the archive of an edition or of a draft.</summary>
public sealed record EditionListView(string Name, string Title, long Count, string Root);

/// <summary>An archive; <paramref name="Round"/> is the round whose draft it is, 0 for the edition as issued.</summary>
public sealed record EditionFileView(long Id, int Round, long Bytes, string ManifestDigest, string Suite, string Fingerprint, DateTimeOffset At, IReadOnlyList<EditionListView> Lists);

/// <summary>What happened.</summary>
public sealed record EditionStepView(string Act, string State, string Note, string Unit, string Person, DateTimeOffset At);

/// <summary>An opinion; <paramref name="List"/> is the list's title, empty for the whole; <paramref name="Verdict"/> its name, <paramref name="Said"/> its words.</summary>
public sealed record OpinionView(long Id, long UnitId, string Unit, string List, string EntryKey, string Text, string Person, DateTimeOffset At, string Verdict, string Said, Tone Tone, string Reason, string AnsweredBy, int Edit);

/// <summary>How the units have replied in a round: those that said nothing have not consented.</summary>
public sealed record RepliesView(int Asked, IReadOnlyList<string> Nothing, IReadOnlyList<string> Silent);

/// <summary>A round of opinions: 意见汇总处理表.</summary>
public sealed record RoundView(int Round, IReadOnlyList<OpinionView> Opinions, RepliesView? Replies, bool OwnNothing);

/// <summary>The page of an edition. <paramref name="Acts"/> are names of what this person may do now.</summary>
public sealed record EditionView(
    EditionRow Row, string Summary, string Minutes, DateOnly? DeliberatedOn, string CreatedBy, IReadOnlyList<EditionFileView> Files, IReadOnlyList<EditionStepView> Steps, RoundView? Opinions,
    IReadOnlyList<string> Acts, bool MaySay, bool MayAnswer, WritingView? Writing, int Edit);

/// <summary>A page of a list as an edition has it.</summary>
public sealed record LinesView(EditionRow Row, int Round, string List, string Title, IReadOnlyList<string> Columns, IReadOnlyList<LineView> Lines, int Page, long Total);

/// <summary>An entry; <paramref name="Cells"/> are in the order of the list's columns.</summary>
public sealed record LineView(string Key, IReadOnlyList<string> Cells);
