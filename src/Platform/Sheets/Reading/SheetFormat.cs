namespace Qingdan.Platform.Sheets.Reading;

/// <summary>The kinds of table files that are read.</summary>
public enum SheetFormat
{
    /// <summary>Workbook since Excel 2007.</summary>
    Xlsx,

    /// <summary>Binary workbook since Excel 2007.</summary>
    Xlsb,

    /// <summary>Workbook before Excel 2007.</summary>
    Xls,

    /// <summary>OpenDocument spreadsheet.</summary>
    Ods,

    /// <summary>Text with commas, tabs or semicolons.</summary>
    Csv,

    /// <summary>One JSON document: an array of objects, or an object that holds one.</summary>
    Json,

    /// <summary>One JSON object a line.</summary>
    Ndjson,
}
