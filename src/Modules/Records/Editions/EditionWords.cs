using Qingdan.Platform.Web;
using Qingdan.Records.Editions.Comparing;
using Qingdan.Records.Editions.Opinions;

namespace Qingdan.Records.Editions;

/// <summary>How states, acts and scopes read.</summary>
internal static class EditionWords
{
    /// <summary>A state.</summary>
    public static string Text(this EditionState state) => state switch
    {
        EditionState.Draft => "拟稿", EditionState.Consulting => "征求意见", EditionState.ToDeliberate => "待审议", EditionState.ToIssue => "待印发",
        EditionState.Issuing => "印发中", EditionState.Issued => "已印发", _ => "已作废",
    };

    /// <summary>Its colour.</summary>
    public static Tone Tone(this EditionState state) => state switch
    {
        EditionState.Issued => Platform.Web.Tone.Ok, EditionState.Cancelled or EditionState.Draft => Platform.Web.Tone.Idle, EditionState.Consulting => Platform.Web.Tone.Info, _ => Platform.Web.Tone.Warn,
    };

    /// <summary>An act.</summary>
    public static string Text(this EditionAct act) => act switch
    {
        EditionAct.Draw => "拟定版次", EditionAct.Consult => "征求意见", EditionAct.Conclude => "意见处理完毕", EditionAct.Pass => "审议通过", EditionAct.SendBack => "审议退回",
        EditionAct.Issue => "决定印发", EditionAct.Seal => "印发完成", EditionAct.Retry => "重新写入档案", _ => "作废",
    };

    /// <summary>What became of an opinion.</summary>
    public static string Text(this Verdict verdict) => verdict switch { Verdict.Adopted => "采纳", Verdict.Partly => "部分采纳", Verdict.Rejected => "不采纳", _ => "待处理" };

    /// <summary>Its colour.</summary>
    public static Tone Tone(this Verdict verdict) => verdict switch { Verdict.Adopted => Platform.Web.Tone.Ok, Verdict.Partly => Platform.Web.Tone.Info, Verdict.Rejected => Platform.Web.Tone.Idle, _ => Platform.Web.Tone.Warn };

    /// <summary>How an entry differs.</summary>
    public static string Text(this ChangeKind kind) => kind switch { ChangeKind.Added => "新增", ChangeKind.Removed => "移出", _ => "变更" };

    /// <summary>Its colour.</summary>
    public static Tone Tone(this ChangeKind kind) => kind switch { ChangeKind.Added => Platform.Web.Tone.Ok, ChangeKind.Removed => Platform.Web.Tone.Warn, _ => Platform.Web.Tone.Info };

    /// <summary>A scope.</summary>
    public static string Text(this EditionScope scope) => scope == EditionScope.Public ? "向社会公布" : "政务部门内部";
}
