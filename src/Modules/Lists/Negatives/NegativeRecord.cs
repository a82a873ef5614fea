namespace Qingdan.Lists.Negatives;

/// <summary>A negative entry's typed fields by the keys of its declaration: conditions of declared elements may ask for them.</summary>
internal static class NegativeRecord
{
    /// <summary>Element → text, choices by the words that the declaration has for them.</summary>
    public static IReadOnlyDictionary<string, string?> Typed(this NegativeInput input) => new Dictionary<string, string?>
    {
        ["name"] = input.Name, ["items"] = input.ItemNames.Length > 0 ? input.ItemNames : string.Join('、', input.ItemIds), ["reason"] = input.Reason, ["basisLevel"] = input.BasisLevel, ["basisName"] = input.BasisName, ["basisNumber"] = input.BasisNumber,
        ["basisClause"] = input.BasisClause, ["basisText"] = input.BasisText, ["basisState"] = FormChoice.Of<BasisState>(input.BasisState)?.Text() ?? "",
        ["ban"] = FormChoice.Of<BanKind>(input.Ban)?.Text() ?? "", ["legalOpinion"] = input.LegalOpinion, ["alternatives"] = string.Join('；', input.Alternatives),
    };
}
