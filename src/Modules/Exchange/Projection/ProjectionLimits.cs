namespace Qingdan.Exchange.Projection;

/// <summary>How far an answer may go.</summary>
/// <param name="Whole">Answers up to so many bytes are projected complete before the first byte goes out.</param>
/// <param name="Token">Bytes of one string, name or number as it stands in the answer; with it the memory that one call needs.</param>
/// <param name="Depth">Levels of objects and arrays.</param>
/// <param name="Rows">Rows.</param>
/// <param name="Bytes">Bytes of the whole answer.</param>
internal sealed record ProjectionLimits(int Whole = 64 * 1024, int Token = 1024 * 1024, int Depth = 64, long Rows = 10_000_000, long Bytes = 1L << 30)
{
    /// <summary>Those of the gateway.</summary>
    public static ProjectionLimits Usual { get; } = new();
}
