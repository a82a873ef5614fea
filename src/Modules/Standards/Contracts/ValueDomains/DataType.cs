using System.Text.RegularExpressions;

namespace Qingdan.Standards.Contracts.ValueDomains;

/// <summary>数据类型 of an item: the eleven of the national catalogue's dictionary, with their letters.</summary>
public enum DataType
{
    /// <summary>字符串型 C.</summary>
    Text,

    /// <summary>数值型 N.</summary>
    Number,

    /// <summary>货币型 Y.</summary>
    Money,

    /// <summary>日期型 D.</summary>
    Date,

    /// <summary>日期时间型 T.</summary>
    DateTime,

    /// <summary>逻辑型 L.</summary>
    Logical,

    /// <summary>备注型 M: long text.</summary>
    Memo,

    /// <summary>通用型 G: binary.</summary>
    General,

    /// <summary>双精度型 B.</summary>
    DoublePrecision,

    /// <summary>整型 I.</summary>
    Whole,

    /// <summary>浮点型 F.</summary>
    Floating,
}

public static partial class Domains
{
    /// <summary>数据类型. Types of databases are read too, with or without their length: varchar(50).</summary>
    public static ValueDomain<DataType> DataTypes { get; } = new("data-type", "数据类型",
    [
        (DataType.Text, "字符串型", "字符串型c c 字符型 字符串 字符 文本 文本型 string varchar varchar2 nvarchar nvarchar2 char nchar"),
        (DataType.Number, "数值型", "数值型n n 数值 数字 数字型 number numeric decimal"),
        (DataType.Money, "货币型", "货币型y y 货币 金额 money"),
        (DataType.Date, "日期型", "日期型d d 日期 date"),
        (DataType.DateTime, "日期时间型", "日期时间型t t 日期时间 时间 时间型 datetime timestamp time"),
        (DataType.Logical, "逻辑型", "逻辑型l l 逻辑 布尔 布尔型 boolean bool bit"),
        (DataType.Memo, "备注型", "备注型m m 备注 长文本 text clob longtext mediumtext"),
        (DataType.General, "通用型", "通用型g g 通用 二进制 blob longblob binary varbinary bytea"),
        (DataType.DoublePrecision, "双精度型", "双精度型b b 双精度 double"),
        (DataType.Whole, "整型", "整型i i 整数 整数型 int integer bigint smallint tinyint int4 int8"),
        (DataType.Floating, "浮点型", "浮点型f f 浮点 浮点数 float real"),
    ], WithLength);

    private static Reading<DataType> WithLength(string folded) =>
        Length().Replace(folded, "") is var bare && bare.Length > 0 && bare != folded && DataTypes.Read(bare).Value is { } type ? Reading<DataType>.Same(type) : Reading<DataType>.Unknown;

    [GeneratedRegex(@"\s*\([0-9, ]*\)$|[0-9]+$")]
    private static partial Regex Length();
}
