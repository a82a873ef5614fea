using System.Text;
using System.Text.Json;

namespace Qingdan.Exchange.Projection;

/// <summary>
/// 核验: the answer says only whether a row has all the values the caller gave: <c>{"match":"yes"}</c> (一致), <c>no</c> (不一致), or <c>none</c> (无记录) when no row has a value for each of them.
/// Values are compared as they are, a number by its digits; two of one item in a row fit when either does.
/// </summary>
internal sealed partial class Projector
{
    private byte[][] _expected = [];
    private Sight[] _sights = [];
    private bool _anyComplete, _anyFits;

    // A verification writes nothing on its way.
    private bool Passes => _plan.Verified.IsEmpty;

    private void BeginVerifying(IReadOnlyList<string> expected)
    {
        (_anyComplete, _anyFits) = (false, false);
        if (Passes) return;
        _expected = [.. expected.Select(Encoding.UTF8.GetBytes)];
        _sights = new Sight[_expected.Length];
    }

    private void BeginRow()
    {
        if (!Passes) Array.Clear(_sights);
    }

    private void Compare(PlannedItem item, ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null || _sights[item.Verified] == Sight.Fits) return;
        var scalar = !Starts(reader.TokenType);
        _sights[item.Verified] = scalar && Text(ref reader).SequenceEqual(_expected[item.Verified]) ? Sight.Fits : Sight.Differs;
    }

    private void EndRow()
    {
        if (Passes) return;
        _anyComplete |= !_sights.Contains(Sight.Missing);
        _anyFits |= Array.TrueForAll(_sights, s => s == Sight.Fits);
    }

    private void WriteVerdict()
    {
        _writer.WriteStartObject();
        _writer.WriteString("match"u8, _anyFits ? "yes"u8 : _anyComplete ? "no"u8 : "none"u8);
        _writer.WriteEndObject();
    }

    private enum Sight : byte
    {
        Missing,
        Differs,
        Fits,
    }
}
