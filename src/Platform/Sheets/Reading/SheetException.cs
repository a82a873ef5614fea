using Qingdan.Platform.Results;

namespace Qingdan.Platform.Sheets.Reading;

/// <summary>
/// A file that turned out to be unreadable or too large while its rows were being read, long after it was inspected;
/// a stream of rows has no other way to say so. <see cref="Fault"/> is the sentence for the person.
/// </summary>
public sealed class SheetException(Fault fault, Exception? inner = null) : Exception(fault.Code, inner)
{
    /// <summary>The refusal.</summary>
    public Fault Fault { get; } = fault;
}
