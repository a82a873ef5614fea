namespace Qingdan.Lists.Generation;

/// <summary>Words of 上海市数据条例 on which rules of the generation turn, letter for letter.</summary>
internal static class LawWords
{
    /// <summary>第三十八条第二款.</summary>
    public const string Duty = "根据法定职责，明确本单位可以共享的数据责任清单";

    /// <summary>第三十九条.</summary>
    public const string OutsideCatalog = "对未列入公共数据目录的公共数据，市级责任部门应当在收到共享需求之日起十五个工作日内进行确认后编入公共数据目录并提供共享";
}
