using System.Text;
using System.Text.Json;

namespace Qingdan.Exchange.Projection;

/// <summary>One place on the way to granted items, with what may come next; never changed, shared by all calls.</summary>
internal sealed class PlanNode
{
    private readonly PlanNode[] _names;

    // Those of a length begin here and end where the next begin: of a row's names seldom more than a few are of one length.
    private readonly int[] _starts;

    public PlanNode(string? name, int number, IReadOnlyList<PlanNode> names, PlanNode? each, PlannedItem? item, bool isRow, bool holdsRows)
    {
        (Number, Each, Item, IsRow, HoldsRows) = (number, each, item, isRow, holdsRows);
        (Name, Written) = (Encoding.UTF8.GetBytes(name ?? ""), JsonEncodedText.Encode(name ?? "", Projector.Escaping));
        _names = [.. names.OrderBy(n => n.Name.Length)];
        _starts = new int[_names.Length == 0 ? 0 : _names[^1].Name.Length + 2];
        for (var length = 0; length < _starts.Length; length++) _starts[length] = _names.Count(n => n.Name.Length < length);
    }

    /// <summary>Unique in the plan.</summary>
    public int Number { get; }

    /// <summary>UTF-8, as it is compared.</summary>
    public byte[] Name { get; }

    /// <summary>As it is written.</summary>
    public JsonEncodedText Written { get; }

    /// <summary>True when an object leads on.</summary>
    public bool HasNames => _names.Length > 0;

    /// <summary>Where the elements of an array lead; null when an array leads nowhere.</summary>
    public PlanNode? Each { get; }

    /// <summary>The item that sits here; nothing leads on from it.</summary>
    public PlannedItem? Item { get; }

    /// <summary>True when each value here is a row.</summary>
    public bool IsRow { get; }

    /// <summary>True when the rows are missing without it: the first array on the way to them, or the single row.</summary>
    public bool HoldsRows { get; }

    /// <summary>Where this name leads; null when nothing granted is behind it.</summary>
    public PlanNode? Find(ReadOnlySpan<byte> name)
    {
        if (name.Length + 1 >= _starts.Length) return null;
        for (var i = _starts[name.Length]; i < _starts[name.Length + 1]; i++)
            if (name.SequenceEqual(_names[i].Name)) return _names[i];
        return null;
    }
}

/// <summary>A granted item in a plan.</summary>
/// <param name="Item">Its number in the catalogue.</param>
/// <param name="Treatment">What becomes of its value.</param>
/// <param name="Verified">Its place among the verified items; -1 for others.</param>
internal sealed record PlannedItem(long Item, Treatment Treatment, int Verified);
