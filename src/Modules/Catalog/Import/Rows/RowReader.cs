using System.Globalization;
using Qingdan.Catalog.Import.Fields;
using Qingdan.Platform.Sheets.Reading;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Codes;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Import.Rows;

/// <summary>Understands the rows of one file by its mapping. What it changes is counted, what it cannot use is noted at the cell.</summary>
internal sealed class RowReader(ImportField?[] fields, string provider)
{
    private readonly DomainCells _domains = new();
    private readonly Dictionary<string, string> _texts = [];
    private readonly Days _days = new();

    /// <summary>What was normalised so far.</summary>
    public Spellings Spellings { get; } = new();

    /// <summary>Understands one row.</summary>
    public SourceRow Read(SheetRow row)
    {
        var source = new SourceRow(row.Number);
        foreach (var mark in row.Marks) CellMarks.Note(source, mark, fields);
        for (var i = 0; i < fields.Length; i++)
            if (fields[i] is { } field && row.Cells[i] is { Length: > 0 } text && !(row.Marks.Count > 0 && CellMarks.Unusable(row.Marks, i))) Cell(source, field.Info(), i, text);
        ReadItem(source);
        if (source[ImportField.Provider] is null && provider.Length > 0) source[ImportField.Provider] = provider;
        if (ClassificationMarked(row)) source.Note(new(-1, NoteWeight.Row, "standards.classification-mark", "本行带有密级标志，不得进入本系统。"));
        return source;
    }

    private void Cell(SourceRow source, FieldInfo info, int column, string text)
    {
        switch (info.Kind)
        {
            case FieldKind.Domain: Domain(source, info, column, text); break;
            case FieldKind.Date: Day(source, info, column, text); break;
            case FieldKind.Number: Number(source, info, column, text); break;
            case FieldKind.Code: Code(source, info, column, text); break;
            case FieldKind.Items: Items(source, column, text); break;
            default: Text(source, info, column, text); break;
        }
    }

    private void Text(SourceRow source, FieldInfo info, int column, string text)
    {
        if (Blank(text)) return;
        if (info.Field == ImportField.Provider && CellPatterns.Numbered().Match(text) is { Success: true } numbered)
        {
            var name = numbered.Groups["name"].Value;
            Spellings.Add(info.Field, text, name, false);
            text = name;
        }
        // Names and short fields stand in one line.
        if (info.MaxLength <= 200 && text.AsSpan().IndexOfAny('\n', ' ') >= 0) text = CellPatterns.Spaces().Replace(text, " ");
        // Texts taken from web pages bring the indentation of their lines.
        if (text.Length > info.MaxLength) text = CellPatterns.Indents().Replace(text, "\n");
        if (text.Length > info.MaxLength) TooLong(source, info, column, text);
        else source[info.Field] = info.MaxLength <= 200 && info.Field != ImportField.Name ? Shared(text) : text;
    }

    private static void TooLong(SourceRow source, FieldInfo info, int column, string text) => source.Note(new(
        column, info.Field is ImportField.Name or ImportField.Provider ? NoteWeight.Row : NoteWeight.Cell, $"catalog.import.{info.Key}.too-long", "{0}不超过 {1} 字，现有 {2} 字。",
        info.Name, info.MaxLength.ToString(CultureInfo.InvariantCulture), text.Length.ToString(CultureInfo.InvariantCulture)));

    private void Domain(SourceRow source, FieldInfo info, int column, string text)
    {
        var reading = _domains.Read(info.Field, text);
        if (reading.Kind == ReadingKind.Empty) return;
        source[info.Field] = reading.Value;
        if (reading.Kind != ReadingKind.Exact) Spellings.Add(info.Field, text, reading.Shown, reading.Kind == ReadingKind.Likely);
        if (!info.OfItem && (reading.Kind == ReadingKind.Likely || (reading.Kind == ReadingKind.Unknown && reading.Value is null))) source.Original(info.Field, Start(text, 500));
        if (DomainDoubt.Of(info, column, text, reading) is { } doubt) source.Note(doubt);
    }

    private void Day(SourceRow source, FieldInfo info, int column, string text)
    {
        if (Blank(text)) return;
        if (_days.Read(text) is { } day) source[info.Field] = day;
        else source.Note(new(column, NoteWeight.Cell, $"catalog.import.{info.Key}.not-a-day", "{0}不是一个日期。请写成 2026-11-23 这样。", info.Name));
    }

    private static void Number(SourceRow source, FieldInfo info, int column, string text)
    {
        var plain = text.Replace(",", "", StringComparison.Ordinal).Replace("，", "", StringComparison.Ordinal);
        if (plain.EndsWith(".0", StringComparison.Ordinal)) plain = plain[..^2];
        var whole = long.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (whole && (info.Field != ImportField.ItemLength || number <= int.MaxValue)) source[info.Field] = number.ToString(CultureInfo.InvariantCulture);
        else if (Blank(text)) return;
        else if (text.Length > info.MaxLength) TooLong(source, info, column, text);
        else if (info.Field == ImportField.ItemLength) source.Note(new(column, NoteWeight.Hint, "catalog.import.itemLength.not-a-number", "数据长度不是整数，留空导入。"));
        else
        {
            source[info.Field] = text;
            source.Note(new(column, NoteWeight.Hint, $"catalog.import.{info.Key}.not-a-number", "{0}不是一个整数，照原文导入。", info.Name));
        }
    }

    private static void Code(SourceRow source, FieldInfo info, int column, string text)
    {
        if (Blank(text)) return;
        if (CellPatterns.Scientific().IsMatch(text))
        {
            source.Note(new(column, NoteWeight.Row, "catalog.import.code.digits-lost", "{0}被表格软件改成了科学计数法，末尾的数字已经丢失。请从原始资料重新录入，并把单元格设为文本格式。", info.Name));
            return;
        }
        var parsed = info.Field == ImportField.NationalCode ? CatalogCode.Parse(text, CatalogScheme.National, info.Key) : CatalogCode.Parse(text, info.Key);
        if (parsed.TryGet(out var code)) source[code.Scheme == CatalogScheme.National ? ImportField.NationalCode : ImportField.Code] = code.Value;
        else source.Note(RowNote.Of(parsed.Faults[0], column, NoteWeight.Row));
    }

    private static void Items(SourceRow source, int column, string text)
    {
        if (ItemList.Read(text) is { } items) source.Items = items;
        else
        {
            source.Original(ImportField.ItemList, Start(text, 2000));
            source.Note(new(column, NoteWeight.Hint, "catalog.import.itemList.prose", "这一格像一段说明，没有拆成数据项；原文（前 2,000 字）留在目录里。"));
        }
    }

    // What people write for nothing is short.
    private static bool Blank(string text) => text.Length <= 4 && ValueDomain.Blank(TextFold.Of(text));

    private static string Start(string text, int most) => text.Length <= most ? text : text[..most];

    private static void ReadItem(SourceRow source)
    {
        if (source[ImportField.ItemName] is not { } name) return;
        source.Items = [.. source.Items, new SourceItem(
            name, source[ImportField.ItemFieldName] ?? "", source[ImportField.ItemDataType] ?? "",
            source[ImportField.ItemLength] is { } length ? int.Parse(length, CultureInfo.InvariantCulture) : null, source[ImportField.ItemNote] ?? "",
            source[ImportField.ItemShare], source[ImportField.ItemShareCondition] ?? "", source[ImportField.ItemShareReason] ?? "", source[ImportField.ItemOpenType])];
    }

    // The file was looked through before it was stored; this holds for the day when the marks are better known than then.
    private static bool ClassificationMarked(SheetRow row)
    {
        foreach (var cell in row.Cells)
            if (ClassificationMarks.Find(cell) is not null) return true;
        return false;
    }

    // Themes, providers and tags repeat: one string for all rows keeps the file's contents small in memory.
    private string Shared(string text) => _texts.TryGetValue(text, out var known) ? known : _texts[text] = text;
}
