namespace Qingdan.Platform.Sheets.Reading.Xlsx;

/// <summary>Reads workbooks since Excel 2007, row by row.</summary>
internal static class XlsxWorkbook
{
    private const int MostSheets = 100;

    /// <summary>All sheets with their first rows.</summary>
    public static List<SheetStart> Look(Stream stream)
    {
        using var package = XlsxPackage.Open(stream);
        return [.. package.Sheets.Take(MostSheets).Select(sheet => Look(package, sheet))];
    }

    /// <summary>All rows of one sheet; <paramref name="merges"/> is false where it is known to have no merged cells.</summary>
    public static IEnumerable<RawRow> Rows(Stream stream, string sheet, bool merges)
    {
        using var package = XlsxPackage.Open(stream);
        var part = package.Sheets.FirstOrDefault(s => s.Name == sheet) ?? throw new SheetException(SheetFaults.NoSheet(sheet));
        var merged = new MergedDown(merges ? XlsxScan.Of(part.Entry).Merges : []);
        using var reader = PackageXml.Open(part.Entry);
        foreach (var row in new XlsxRows(reader, package).All()) yield return merged.Fill(row);
    }

    /// <summary>The texts of all sheets, their names and what is printed above and below them.</summary>
    public static IEnumerable<PlacedText> Texts(Stream stream)
    {
        using var package = XlsxPackage.Open(stream);
        foreach (var sheet in package.Sheets)
        {
            yield return new(sheet.Name, 0, sheet.Name);
            using var reader = PackageXml.Open(sheet.Entry);
            var rows = new XlsxRows(reader, package);
            foreach (var row in rows.All())
                foreach (var text in PlacedText.Of(sheet.Name, row)) yield return text;
            foreach (var text in rows.Around) yield return PlacedText.Printed(sheet.Name, text);
        }
    }

    private static SheetStart Look(XlsxPackage package, XlsxPart sheet)
    {
        var (merges, count) = XlsxScan.Of(sheet.Entry);
        var merged = new MergedDown(merges);
        using var reader = PackageXml.Open(sheet.Entry);
        var first = new XlsxRows(reader, package).All().Select(merged.Fill).Take(SheetLimits.Sample + 2 * SheetLimits.HeaderSearch).ToList();
        return new(new SheetSummary(sheet.Name, count, sheet.Hidden), first, merges);
    }
}
