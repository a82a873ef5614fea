namespace Qingdan.Standards.Contracts.ValueDomains;

/// <summary>格式分类: the classes of the 2017 guide (发改高技〔2017〕1272号, from memory), and 服务接口, which real inputs write as a format.</summary>
public enum FormatClass
{
    /// <summary>电子文件.</summary>
    Document,

    /// <summary>电子表格.</summary>
    Sheet,

    /// <summary>数据库.</summary>
    Database,

    /// <summary>图形图像.</summary>
    Image,

    /// <summary>流媒体.</summary>
    Stream,

    /// <summary>自描述格式: formats of a trade, geographic ones among them.</summary>
    SelfDescribing,

    /// <summary>服务接口; not a class of the guide.</summary>
    Service,
}

public static partial class Domains
{
    /// <summary>格式分类.</summary>
    public static ValueDomain<FormatClass> FormatClasses { get; } = new("format-class", "格式分类",
    [
        (FormatClass.Document, "电子文件", "文件 文档 file"),
        (FormatClass.Sheet, "电子表格", "表格"),
        (FormatClass.Database, "数据库", "库表"),
        (FormatClass.Image, "图形图像", "图像 图片"),
        (FormatClass.Stream, "流媒体", "音视频 视频 音频"),
        (FormatClass.SelfDescribing, "自描述格式", "自描述"),
        (FormatClass.Service, "服务接口", "接口 api webservice"),
    ]);
}
