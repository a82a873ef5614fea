using System.Text.Json.Serialization;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Workflow.Cases.Viewing;
using Qingdan.Workflow.Disputes.Viewing;

namespace Qingdan.Workflow.Meetings.Viewing;

/// <summary>A meeting in a list.</summary>
public sealed record MeetingRow(long Id, string Title, DateOnly MeetsOn, string Place, string State, Tone Tone, string Minutes, int Matters);

/// <summary>A matter on the agenda; <paramref name="Outcomes"/> are name and words of what the minutes can say of it, <paramref name="Items"/> what is contested and not settled yet.</summary>
public sealed record MatterView(int Place, string Kind, string Name, string Units, string Question, string Href, string Outcome, string Conclusion, IReadOnlyList<Choice> Outcomes, IReadOnlyList<RefusedItem> Items)
{
    /// <summary>Why nothing can be granted at present; null when it can, or when it is no dispute.</summary>
    [JsonIgnore]
    public Fault? Hindrance { get; init; }
}

/// <summary>A choice: value and Chinese words.</summary>
public sealed record Choice(string Value, string Text);

/// <summary>The page of a meeting; <paramref name="Kept"/> are the final files of its agenda.</summary>
public sealed record MeetingView(MeetingRow Row, string Person, IReadOnlyList<MatterView> Matters, IReadOnlyList<SignOff> Minutes, bool MayConclude, bool MayCancel, int Edit, bool MayKeep, IReadOnlyList<KeptLetterView> Kept);
