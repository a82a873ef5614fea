using Qingdan.Platform.Results;

namespace Qingdan.Platform.Sheets.Reading;

/// <summary>Why a file cannot be read, and what one should know when it can.</summary>
internal static class SheetFaults
{
    private const string Field = "file";

    public static readonly Fault Empty = new("sheet.empty", "文件是空的，请检查后重新上传。", Field);
    public static readonly Fault Truncated = new("sheet.truncated", "文件不完整，可能上传或拷贝时中断了，请重新获取后上传。", Field);
    public static readonly Fault Broken = new("sheet.broken", "表格文件已损坏，读不出来。请用 Excel 或 WPS 打开，另存为 .xlsx 后重新上传。", Field);
    public static readonly Fault Password = new("sheet.password", "文件有打开密码。请用 Excel 或 WPS 打开，去掉密码后另存，再重新上传。", Field);
    public static readonly Fault NoWorkbook = new("sheet.no-workbook", "这是压缩包或其他文档，不是表格。请解压后上传其中的 .xlsx、.xls、.ods、.csv 或 .json 文件。", Field);
    public static readonly Fault Et = new("sheet.et", "这个 .et 文件读不出来。请用 WPS 打开，“另存为”选“Microsoft Excel 文件（*.xlsx）”，再上传。", Field);
    public static readonly Fault WebPage = new("sheet.web-page", "这是网页或 XML 格式的文件，只是名字像表格。请用 Excel 或 WPS 打开，另存为 .xlsx 后重新上传。", Field);
    public static readonly Fault Unknown = new("sheet.unknown-format", "认不出文件的格式。请上传 .xlsx、.xls、.ods、.csv 或 .json 文件。", Field);
    public static readonly Fault Encoding = new("sheet.unknown-encoding", "认不出文件的字符编码。请用 Excel 或 WPS 打开，另存为“CSV UTF-8”或 .xlsx 后重新上传。", Field);
    public static readonly Fault NoHeader = new("sheet.no-header", "没有找到表头。请在数据上方加一行列名，例如“名称”“提供单位”，再重新上传。", Field);
    public static readonly Fault NoRows = new("sheet.no-rows", "只有表头，没有数据。请填写后重新上传。", Field);
    public static readonly Fault JsonTwoDocuments = new("sheet.json.two-documents", "文件里有两份 JSON。请拆成两个文件，或改成每行一个对象。", Field);
    public static readonly Fault JsonNoTable = new("sheet.json.no-table", "JSON 里没有表格。请上传由对象组成的数组，例如 [{\"名称\": \"…\"}]。", Field);
    public static readonly Fault Bomb = new("sheet.unpacked-too-large", "工作簿解压后过大。请分成几个文件上传。", Field, FaultKind.TooLarge);

    public static Fault JsonSyntax(long line) => new("sheet.json.syntax", "第 {0} 行起不是正确的 JSON，请检查后重新上传。", Field, FaultKind.Invalid, line);

    public static Fault OpenQuote(int row) => new("sheet.csv.open-quote", "第 {0} 行的引号没有成对，后面的内容分不出单元格。请补上或去掉引号后重新上传。", Field, FaultKind.Invalid, row);

    public static Fault TooManyColumns(int count) => new("sheet.too-many-columns", "有 {0} 列，最多 {1} 列。请删去不用的列后重新上传。", Field, FaultKind.TooLarge, count, SheetLimits.Columns);

    public static Fault TooManyRows { get; } = new("sheet.too-many-rows", "超过 {0} 行。请分成几个文件上传。", Field, FaultKind.TooLarge, SheetLimits.Rows);

    public static Fault NoSheet(string name) => new("sheet.no-such-sheet", "文件里没有“{0}”，请重新选择工作表。", "sheet", FaultKind.Invalid, name);

    public static Fault NamedOtherwise(string name, SheetFormat format) => new("sheet.named-otherwise", "文件名是“{0}”，内容是 {1}，已按内容读取。", Field, FaultKind.Invalid, name, format.ToString().ToLowerInvariant());

    public static Fault SameHeader(string header, int count) => new("sheet.same-header", "有 {1} 列都叫“{0}”，已用编号区分。", Field, FaultKind.Invalid, header, count);

    public static Fault NoName(string header) => new("sheet.column-without-name", "有一列没有列名但有内容，暂称“{0}”。", Field, FaultKind.Invalid, header);

    public static Fault BadCharacters(string encoding) => new("sheet.bad-characters", "按 {0} 编码读取，有少数字符读不出来，显示为 �。", Field, FaultKind.Invalid, encoding);
}
