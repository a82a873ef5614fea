namespace Qingdan.Exchange.Projection;

/// <summary>
/// The names of the open objects of a granted subtree, to find one that comes twice. An inner object closes before its outer one goes on, so names leave in the reverse of their order; slots of the table can therefore simply be emptied.
/// </summary>
internal sealed class NameSet
{
    private const int MostNames = 100_000, MostBytes = 2 * 1024 * 1024;
    private Entry[] _entries = new Entry[64];
    private int[] _slots = new int[256];
    private byte[] _bytes = new byte[1024];
    private int[] _opened = new int[16];
    private int _count, _objects;

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        while (_objects > 0) Leave();
    }

    /// <summary>An object begins.</summary>
    public void Enter()
    {
        if (_objects == _opened.Length) Array.Resize(ref _opened, _opened.Length * 2);
        _opened[_objects++] = _count;
    }

    /// <summary>The innermost object ends.</summary>
    public void Leave()
    {
        for (var first = _opened[--_objects]; _count > first;) _slots[_entries[--_count].Slot] = 0;
    }

    /// <summary>Adds a name to the innermost object: <see cref="Refusal.DuplicateName"/> when it has it already.</summary>
    public Refusal Add(ReadOnlySpan<byte> name)
    {
        var start = _count == 0 ? 0 : _entries[_count - 1].End;
        if (_count == MostNames || start + name.Length > MostBytes) return Refusal.TooManyNames;
        var hash = HashOf(name);
        var slot = hash & (_slots.Length - 1);
        for (; _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
            if (_entries[_slots[slot] - 1] is var known && known.Hash == hash && known.Object == _objects && name.SequenceEqual(_bytes.AsSpan(known.Start..known.End))) return Refusal.DuplicateName;
        if (start + name.Length > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, start + name.Length));
        if (_count == _entries.Length) Array.Resize(ref _entries, _entries.Length * 2);
        name.CopyTo(_bytes.AsSpan(start));
        _entries[_count] = new Entry(hash, _objects, start, start + name.Length, slot);
        _slots[slot] = ++_count;
        if (_count * 2 > _slots.Length) Widen();
        return Refusal.None;
    }

    // In the order of their coming, so that they can still leave in its reverse.
    private void Widen()
    {
        _slots = new int[_slots.Length * 2];
        for (var i = 0; i < _count; i++)
        {
            var slot = _entries[i].Hash & (_slots.Length - 1);
            while (_slots[slot] != 0) slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = i + 1;
            _entries[i] = _entries[i] with { Slot = slot };
        }
    }

    // The framework's hash has a secret of the process: names cannot be chosen to collide.
    private int HashOf(ReadOnlySpan<byte> name)
    {
        var hash = new HashCode();
        hash.Add(_objects);
        hash.AddBytes(name);
        return hash.ToHashCode();
    }

    private readonly record struct Entry(int Hash, int Object, int Start, int End, int Slot);
}
