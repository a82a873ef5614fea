namespace Qingdan.Platform.Ids;

/// <summary>
/// Hands out 53-bit ids that grow with time: 40 bits of milliseconds since 2026-01-01 UTC, 6 bits of node, 7 bits of counter.
/// They fit a JavaScript number, sort by birth and need no round trip to the store. Within a process none comes twice; processes differ by their
/// node, see <see cref="NodeClaim"/>.
/// </summary>
/// <param name="clock">The clock.</param>
/// <param name="node">Different for each process that makes ids for one store at the same time.</param>
public sealed class IdSource(TimeProvider clock, int node)
{
    private const int CounterBits = 7, NodeBits = 6;
    private static readonly long Epoch = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
    private readonly Lock _lock = new();
    private readonly long _node = node is >= 0 and < Nodes ? node : throw new ArgumentOutOfRangeException(nameof(node), "The node is 0 to 63.");
    private long _millisecond;
    private long _counter;

    /// <summary>How many processes may have a node of their own.</summary>
    public const int Nodes = 1 << NodeBits;

    /// <summary>An id below all that are handed out from this instant on.</summary>
    public static long Floor(DateTimeOffset instant) => (Math.Max(0, instant.ToUnixTimeMilliseconds() - Epoch) << (CounterBits + NodeBits)) - 1;

    /// <summary>When an id was handed out, to the millisecond; later under more than 128 a millisecond.</summary>
    public static DateTimeOffset Born(long id) => DateTimeOffset.FromUnixTimeMilliseconds(Epoch + (id >> (CounterBits + NodeBits)));

    /// <summary>The next id. Under more than 128 a millisecond the clock of the ids runs ahead, never back.</summary>
    public long Next()
    {
        lock (_lock)
        {
            var now = Math.Max(0, clock.GetUtcNow().ToUnixTimeMilliseconds() - Epoch);
            if (now > _millisecond) (_millisecond, _counter) = (now, 0);
            else if (++_counter == 1 << CounterBits) (_millisecond, _counter) = (_millisecond + 1, 0);
            return (_millisecond << (CounterBits + NodeBits)) | (_node << CounterBits) | _counter;
        }
    }
}
