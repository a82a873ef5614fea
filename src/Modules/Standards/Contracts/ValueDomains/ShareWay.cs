namespace Qingdan.Standards.Contracts.ValueDomains;

/// <summary>共享方式: 服务接口、批量交换、文件下载等方式 (政务数据共享条例 22). The law's list is open, hence 其他.</summary>
public enum ShareWay
{
    /// <summary>服务接口.</summary>
    Service,

    /// <summary>批量交换.</summary>
    Batch,

    /// <summary>文件下载.</summary>
    File,

    /// <summary>其他.</summary>
    Other,
}

public static partial class Domains
{
    /// <summary>共享方式. Several ways in one cell are read by <see cref="ValueDomain{T}.ReadMany"/>.</summary>
    public static ValueDomain<ShareWay> ShareWays { get; } = new("share-way", "共享方式",
    [
        (ShareWay.Service, "服务接口", "接口 接口方式 接口服务 接口共享 api api接口 api数据服务 api服务 webservice 数据接口 接口调用"),
        (ShareWay.Batch, "批量交换", "库表 库表交换 库表方式 数据库 数据库对接 数据库交换 批量 数据落地 前置机对接 数据库方式"),
        (ShareWay.File, "文件下载", "文件 文件传输 文件方式 文件交换 文件共享 下载"),
        (ShareWay.Other, "其他", "其它 邮件 拷盘 介质交换 在线查询"),
    ]);
}
