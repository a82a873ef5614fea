using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Standards.Contracts.LegalBases;

/// <summary>Whether a law is in force.</summary>
public enum LawState
{
    /// <summary>现行有效.</summary>
    InEffect,

    /// <summary>已修订: this text was replaced by a newer one.</summary>
    Amended,

    /// <summary>已废止.</summary>
    Repealed,
}

/// <summary>What a clause says of sharing. Our reading, never the text of a law.</summary>
public enum ClauseBan
{
    /// <summary>不涉及.</summary>
    None,

    /// <summary>明确禁止: expressly forbids to provide the data to others.</summary>
    Express,

    /// <summary>保密义务: a duty of confidentiality, which is no express ban.</summary>
    ConfidentialityDuty,

    /// <summary>待定: forbids something near to sharing; a legal opinion is needed.</summary>
    Undecided,
}

/// <summary>A clause of a law of the register.</summary>
/// <param name="Id">Key of the clause.</param>
/// <param name="Law">Name of the law.</param>
/// <param name="Number">Document number, or how it was passed.</param>
/// <param name="Level">依据层级.</param>
/// <param name="State">Whether this text is in force.</param>
/// <param name="EffectiveOn">施行日期.</param>
/// <param name="Article">条.</param>
/// <param name="Text">The whole article; paragraphs (款) are lines.</param>
/// <param name="Ban">What it says of sharing.</param>
/// <param name="Note">Why it is read so.</param>
/// <param name="Certainty">Law when the text was read, Memory when not.</param>
/// <param name="Source">Where it was read.</param>
public sealed record LegalClause(
    long Id, string Law, string Number, LegalBasisLevel Level, LawState State, DateOnly EffectiveOn, int Article, string Text,
    ClauseBan Ban, string Note, Certainty Certainty, string Source)
{
    /// <summary>第二十八条.</summary>
    public string ArticleName => LegalNames.ArticleName(Article);
}

/// <summary>A law that is cited by name and is not the law today.</summary>
/// <param name="Name">As the register has it.</param>
/// <param name="State">Amended or repealed.</param>
/// <param name="Successor">The version in force that took its place; empty for none.</param>
/// <param name="SuccessorOn">From which day that is in force; null for none.</param>
public sealed record OutdatedLaw(string Name, LawState State, string Successor, DateOnly? SuccessorOn);

/// <summary>How a law changed.</summary>
public enum LawEvent
{
    /// <summary>由新版本代替: the version named took the place of an earlier one.</summary>
    Replaced,

    /// <summary>已修订, and the register does not hold the new text: the version named holds no more.</summary>
    Amended,

    /// <summary>已废止: the version named holds no more, and none follows.</summary>
    Repealed,
}

/// <summary>A law that changed.</summary>
/// <param name="Id">The version that took effect, or that ended.</param>
/// <param name="Name">Its name.</param>
/// <param name="Level">依据层级.</param>
/// <param name="On">From which day on.</param>
/// <param name="Change">How.</param>
public sealed record ChangedLaw(long Id, string Name, LegalBasisLevel Level, DateOnly On, LawEvent Change)
{
    /// <summary>True when it was repealed.</summary>
    public bool Repealed => Change == LawEvent.Repealed;
}

/// <summary>How a quoted text compares with the register.</summary>
/// <param name="Agrees">True when the quotation is found in the clause, blanks and punctuation marks' width aside.</param>
/// <param name="Expected">The words of the register where they part; null when it agrees.</param>
/// <param name="Read">The words of the quotation at that place.</param>
public sealed record QuoteCheck(bool Agrees, string? Expected = null, string? Read = null);

/// <summary>Chinese names of the register's enums.</summary>
public static class LegalNames
{
    /// <summary>第二十八条.</summary>
    public static string ArticleName(int article) => $"第{ChineseNumber.Of(article)}条";

    /// <summary>Chinese name of a state.</summary>
    public static string Name(this LawState state) => state switch
    {
        LawState.InEffect => "现行有效",
        LawState.Amended => "已修订",
        _ => "已废止",
    };

    /// <summary>The state that a file means; null when it is none. 尚未施行 is the law from its day on.</summary>
    public static LawState? ReadState(string text) => TextFold.Of(text) switch
    {
        "现行有效" or "有效" or "现行" or "施行" or "尚未施行" or "尚未生效" or "ineffect" => LawState.InEffect,
        "已修订" or "已修改" or "已被修改" or "已被修订" or "修订" or "修改" or "amended" => LawState.Amended,
        "已废止" or "废止" or "失效" or "已失效" or "repealed" => LawState.Repealed,
        _ => null,
    };

    /// <summary>Chinese name of what happened to a law.</summary>
    public static string Name(this LawEvent change) => change == LawEvent.Repealed ? LawState.Repealed.Name() : LawState.Amended.Name();

    /// <summary>Chinese name of a reading.</summary>
    public static string Name(this ClauseBan ban) => ban switch
    {
        ClauseBan.Express => "明确禁止",
        ClauseBan.ConfidentialityDuty => "保密义务",
        ClauseBan.Undecided => "待定",
        _ => "不涉及",
    };
}
