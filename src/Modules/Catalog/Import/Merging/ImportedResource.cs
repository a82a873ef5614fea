using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Qingdan.Catalog.Import.Fields;
using Qingdan.Catalog.Import.Rows;

namespace Qingdan.Catalog.Import.Merging;

/// <summary>One resource as the rows of a file give it together.</summary>
internal sealed class ImportedResource(SourceRow first, int place, ImportProvider provider, string nameKey)
{
    // Where a page stands says nothing about the data: rows that differ only here repeat one another.
    private static readonly ImportField[] Ignored = [ImportField.Url];
    private static readonly bool[] IsBase = [.. ImportFields.All.Select(f => !f.OfItem && f.Field is not (ImportField.ItemList or ImportField.Provider or ImportField.Formats) && !Ignored.Contains(f.Field))];

    private readonly IReadOnlyList<SourceItem> _first = first.Items;
    private List<SourceItem>? _joined;

    /// <summary>Number of its first row.</summary>
    public int Row { get; } = first.Number;

    /// <summary>Its place among the resources of the file, from 0.</summary>
    public int Place => place;

    public ImportProvider Provider => provider;

    public string NameKey => nameKey;

    /// <summary>By field, as in <see cref="SourceRow.Values"/>, without those of items.</summary>
    public string?[] Values { get; } = first.Values[..(int)ImportField.ItemName];

    public List<(ImportField Field, string Text)>? Originals { get; } = first.Originals;

    /// <summary>Those of all its rows; the first row's own list until a further one brings more.</summary>
    public IReadOnlyList<SourceItem> Items => _joined ?? _first;

    /// <summary>True when a cell of one of its rows cannot be used.</summary>
    public bool HasFaultyCell { get; set; } = first.Weight == NoteWeight.Cell;

    public string Name => Values[(int)ImportField.Name]!;

    public string? Code => Values[(int)ImportField.Code];

    public string? this[ImportField field] => Values[(int)field];

    /// <summary>True when the file says something of a field that was not, or not surely, understood.</summary>
    public bool Doubts(ImportField field) => Originals?.Exists(o => o.Field == field) is true;

    /// <summary>Takes a further row of the same resource; says what it brought.</summary>
    public RowRole Take(SourceRow row)
    {
        var (conflict, filled) = Fill(row);
        var items = AddItems(row.Items);
        var formats = JoinFormats(row[ImportField.Formats]);
        if (row.Weight == NoteWeight.Cell) HasFaultyCell = true;
        if (conflict) return RowRole.Conflict;
        return items > 0 ? RowRole.MoreItems : formats ? RowRole.MoreFormats : filled ? RowRole.Fills : RowRole.Repeat;
    }

    /// <summary>A digest of all the file says about it: the same again brings nothing new.</summary>
    public string Digest()
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        foreach (var value in Values) Write(buffer, value);
        foreach (var (field, text) in Originals ?? []) Write(buffer, $"{field}\u001f{text}");
        foreach (var item in Items)
        {
            Write(buffer, item.Name);
            Write(buffer, $"{item.FieldName}\u001f{item.DataType}\u001f{item.Length}\u001f{item.Note}\u001f{item.Share}\u001f{item.ShareCondition}\u001f{item.ShareReason}\u001f{item.OpenType}");
        }
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(buffer.WrittenSpan, hash);
        return Convert.ToBase64String(hash[..16]);
    }

    private (bool Conflict, bool Filled) Fill(SourceRow row)
    {
        var (conflict, filled) = (false, false);
        for (var i = 0; i < Values.Length; i++)
        {
            if (!IsBase[i] || row.Values[i] is not { } value) continue;
            if (Values[i] is null) (Values[i], filled) = (value, true);
            else if (Values[i] != value && i != (int)ImportField.Name) conflict = true;
        }
        return (conflict, filled);
    }

    private int AddItems(IReadOnlyList<SourceItem> items)
    {
        var added = 0;
        foreach (var item in items)
            if (!Items.Contains(item))
            {
                (_joined ??= [.. _first]).Add(item);
                added++;
            }
        return added;
    }

    private bool JoinFormats(string? more)
    {
        if (more is null || more == this[ImportField.Formats]) return false;
        var known = this[ImportField.Formats]?.Split('；') ?? [];
        var all = known.Union(more.Split('；')).ToArray();
        Values[(int)ImportField.Formats] = string.Join('；', all);
        return all.Length > known.Length;
    }

    private static void Write(ArrayBufferWriter<byte> buffer, string? text)
    {
        BinaryPrimitives.WriteInt32LittleEndian(buffer.GetSpan(4), text?.Length ?? -1);
        buffer.Advance(4);
        if (text is { Length: > 0 }) Encoding.UTF8.GetBytes(text, buffer);
    }
}

/// <summary>What a row is to its resource.</summary>
internal enum RowRole
{
    /// <summary>The first.</summary>
    First,

    /// <summary>Brings further items.</summary>
    MoreItems,

    /// <summary>Differs only in the format.</summary>
    MoreFormats,

    /// <summary>Fills what was blank.</summary>
    Fills,

    /// <summary>Says nothing new.</summary>
    Repeat,

    /// <summary>Says something else; what was blank is filled, the rest stays as in the first row.</summary>
    Conflict,

    /// <summary>Cannot be imported.</summary>
    Refused,
}
