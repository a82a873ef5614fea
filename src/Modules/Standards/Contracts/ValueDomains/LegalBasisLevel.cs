namespace Qingdan.Standards.Contracts.ValueDomains;

/// <summary>依据层级: what kind of document a legal basis is.</summary>
public enum LegalBasisLevel
{
    /// <summary>法律.</summary>
    Law,

    /// <summary>行政法规.</summary>
    AdministrativeRegulation,

    /// <summary>国务院决定: neither 法律 nor 法规.</summary>
    StateCouncilDecision,

    /// <summary>地方性法规.</summary>
    LocalRegulation,

    /// <summary>部门规章.</summary>
    DepartmentRule,

    /// <summary>地方政府规章.</summary>
    LocalRule,

    /// <summary>规范性文件.</summary>
    NormativeDocument,

    /// <summary>其他.</summary>
    Other,
}

public static partial class Domains
{
    /// <summary>依据层级. 法规 alone stays unknown: it may be national or local.</summary>
    public static ValueDomain<LegalBasisLevel> LegalBasisLevels { get; } = new("legal-basis-level", "依据层级",
    [
        (LegalBasisLevel.Law, "法律", ""),
        (LegalBasisLevel.AdministrativeRegulation, "行政法规", "国务院行政法规"),
        (LegalBasisLevel.StateCouncilDecision, "国务院决定", "国务院的决定"),
        (LegalBasisLevel.LocalRegulation, "地方性法规", "地方法规"),
        (LegalBasisLevel.DepartmentRule, "部门规章", "国务院部门规章"),
        (LegalBasisLevel.LocalRule, "地方政府规章", "政府规章 地方规章"),
        (LegalBasisLevel.NormativeDocument, "规范性文件", "文件 行政规范性文件"),
        (LegalBasisLevel.Other, "其他", "其它"),
    ]);
}
