namespace Qingdan.Workflow.Letters;

/// <summary>The letters that are written from what is on record.</summary>
internal enum LetterKind
{
    /// <summary>申请表.</summary>
    Application,

    /// <summary>一次性告知书 (政务数据共享条例 21).</summary>
    Supplement,

    /// <summary>答复函.</summary>
    Reply,

    /// <summary>不同意共享告知书.</summary>
    Refusal,

    /// <summary>督办单.</summary>
    Order,

    /// <summary>会商议题单.</summary>
    Agenda,
}

/// <summary>How the letters are called.</summary>
internal static class LetterKinds
{
    /// <summary>The name.</summary>
    public static string Text(this LetterKind kind) => kind switch
    {
        LetterKind.Application => "申请表",
        LetterKind.Supplement => "一次性告知书",
        LetterKind.Reply => "答复函",
        LetterKind.Order => "督办单",
        LetterKind.Agenda => "议题单",
        _ => "不同意共享告知书",
    };
}
