namespace Qingdan.Records.Editions.Writing;

/// <summary>An archive that is being written, or was not: of the draft of <paramref name="Round"/>, 0 for the edition itself; <paramref name="Job"/> is the number that the log has, <paramref name="At"/> when it failed.</summary>
public sealed record WritingView(int Round, bool Failed, long Done, long Total, string Note, long Job, DateTimeOffset? At);
