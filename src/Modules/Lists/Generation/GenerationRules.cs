using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Generation;

/// <summary>The rules by which rows come into being. A row keeps the code of its rule, so that it can answer why it is there.</summary>
internal static class GenerationRules
{
    /// <summary>Items shared with or without conditions are owed by their provider.</summary>
    public const string Shareable = "catalog-shareable";

    /// <summary>A resource without items is owed as a whole.</summary>
    public const string Whole = "catalog-whole";

    /// <summary>The share property was inferred from the open type.</summary>
    public const string Inferred = "catalog-inferred";

    /// <summary>The share property is not determined: proposed, but cannot come into force.</summary>
    public const string Undetermined = "catalog-undetermined";

    /// <summary>A listed demand for data outside the catalogue.</summary>
    public const string Demand = "demand-outside";

    /// <summary>The rule as a sentence, its anchor in law or that it is our own, and the words of that article on which it turns.</summary>
    public static (string Text, string Anchor, string Words) Explain(string rule) => rule switch
    {
        Shareable => ("目录中可以共享的数据项，由提供单位列入责任清单。", Anchors.Lists, LawWords.Duty),
        Whole => ("目录没有数据项，整条列入责任清单。", Anchors.Lists, LawWords.Duty),
        Inferred => ("目录没有写明共享属性，系统按开放属性推断，须由本单位确认后才生效。", Anchors.OwnRule, ""),
        Undetermined => ("目录没有写明共享属性，也无法推断：先拟列入，写明后才能生效。", Anchors.OwnRule, ""),
        Demand => ("已列入需求清单的目录外数据，由提供单位确认后编入目录并共享。", Anchors.OutsideCatalog, LawWords.OutsideCatalog),
        _ => ("目录外数据，由本单位手工列入。", Anchors.Lists, LawWords.Duty),
    };
}
