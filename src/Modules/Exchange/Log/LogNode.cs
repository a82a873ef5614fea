using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;

namespace Qingdan.Exchange.Log;

/// <summary>One chain of calls: what one process at a time writes into one folder. How far it has flowed into the store, and where it begins.</summary>
internal sealed class LogNode
{
    /// <summary>Key and name of the folder.</summary>
    public long Node { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The last record in the store; 0 when there is none yet.</summary>
    public long Sequence { get; set; }

    /// <summary>The chain's digest there.</summary>
    public byte[] Digest { get; set; } = [];

    /// <summary>The last record that was removed after its years; 0 when none was.</summary>
    public long BaseSequence { get; set; }

    /// <summary>The chain's digest there: what the first record that is kept follows.</summary>
    public byte[] BaseDigest { get; set; } = [];

    /// <summary>A node that begins.</summary>
    public static LogNode New(long node, DateTimeOffset created)
    {
        // As it will be read back: to the millisecond.
        var at = DateTimeOffset.FromUnixTimeMilliseconds(created.ToUnixTimeMilliseconds());
        var start = LogChain.Start(node, at);
        return new LogNode { Node = node, CreatedAt = at, Digest = start, BaseDigest = start };
    }
}

/// <summary>The tables of the log.</summary>
internal sealed class LogMap : IStoreMap
{
    public void Build(ModelBuilder model)
    {
        model.Entity<LogNode>().ToTable("exchange_nodes").HasKey(n => n.Node);
        model.Entity<CallRecord>().ToTable("exchange_calls").HasKey(c => new { c.Node, c.Sequence });
        model.Entity<Checkpoint>().ToTable("exchange_checkpoints").HasKey(c => new { c.Node, c.Sequence });
    }
}
