namespace Qingdan.Lists.Demands.Files;

/// <summary>What an attachment shows.</summary>
internal enum DemandFileKind
{
    /// <summary>依据文件: the law or document that the demand stands on.</summary>
    Basis,

    /// <summary>个人信息保护影响评估 (个人信息保护法 55).</summary>
    Assessment,

    /// <summary>系统截图.</summary>
    Screenshot,

    /// <summary>其他材料.</summary>
    Other,

    /// <summary>补正材料: what the provider asked for once the demand was listed (政务数据共享条例 21 II).</summary>
    Supplement,
}

/// <summary>Where an attachment stands.</summary>
internal enum DemandFileState
{
    /// <summary>在附.</summary>
    Attached,

    /// <summary>已移除: taken off while the demand was being written.</summary>
    Removed,
}

/// <summary>附件 of a demand; its bytes and their digest are in the file store.</summary>
internal sealed class DemandFile
{
    public long Id { get; init; }
    public long DemandId { get; init; }
    public long FileId { get; init; }
    public DemandFileKind Kind { get; init; }
    public DemandFileState State { get; set; }

    /// <summary>Who attached it.</summary>
    public required string Person { get; init; }

    public DateTimeOffset At { get; init; }
}

/// <summary>A file that somebody sends.</summary>
/// <param name="Name">Its name at the sender.</param>
/// <param name="Content">Its bytes; seekable.</param>
internal sealed record SentFile(string Name, Stream Content);
