namespace Qingdan.Lists.Generation;

/// <summary>One run of the generation with its figures.</summary>
internal sealed class GenerationRun
{
    public long Id { get; init; }
    public DateTimeOffset At { get; init; }
    public required string ActorName { get; init; }

    /// <summary>The provider it was limited to; 0 for all.</summary>
    public long ProviderId { get; init; }

    public long Resources { get; set; }
    public long Items { get; set; }

    /// <summary>Candidates that were new or replaced.</summary>
    public long Candidates { get; set; }

    /// <summary>Changes proposed on rows in force.</summary>
    public long Changes { get; set; }

    /// <summary>Removals proposed, and candidates dropped.</summary>
    public long Removals { get; set; }

    /// <summary>Negative candidates that were new or replaced.</summary>
    public long Negatives { get; set; }

    public long Findings { get; set; }

    /// <summary>Severe ones among them.</summary>
    public long Severe { get; set; }

    /// <summary>SHA-256 over the canonical bytes of all that was generated.</summary>
    public string Digest { get; set; } = "";

    public long Milliseconds { get; set; }
}
