namespace Qingdan.Lists.Demands.Files;

/// <summary>How attachments are shown.</summary>
internal static class FileWords
{
    /// <summary>What an attachment shows, in Chinese.</summary>
    public static string Text(this DemandFileKind kind) => kind switch
    {
        DemandFileKind.Basis => "依据文件",
        DemandFileKind.Assessment => "个人信息保护影响评估",
        DemandFileKind.Screenshot => "系统截图",
        DemandFileKind.Supplement => "补正材料",
        _ => "其他材料",
    };

    /// <summary>The state, in Chinese.</summary>
    public static string Text(this DemandFileState state) => state == DemandFileState.Attached ? "在附" : "已移除";
}
