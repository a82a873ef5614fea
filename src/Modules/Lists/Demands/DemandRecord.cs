namespace Qingdan.Lists.Demands;

/// <summary>A demand's typed fields by the keys of its declaration: conditions of declared elements may ask for them.</summary>
internal static class DemandRecord
{
    /// <summary>Element → text, choices by the words that the declaration has for them.</summary>
    public static IReadOnlyDictionary<string, string?> Typed(this DemandInput input) => new Dictionary<string, string?>
    {
        ["name"] = input.Name, ["inCatalog"] = input.Items.Any(i => i.ResourceId != 0) ? "目录内" : "目录外", ["scenario"] = input.Scenario, ["basisName"] = input.BasisName, ["basisClause"] = input.BasisClause,
        ["basisLevel"] = input.BasisLevel, ["scope"] = input.Scope, ["regional"] = input.Regional ? "是" : "否", ["purpose"] = input.Purpose, ["way"] = input.Way, ["frequency"] = input.Frequency, ["startsOn"] = input.StartsOn, ["endsOn"] = input.EndsOn,
        ["urgency"] = FormChoice.Of<Urgency>(input.Urgency)?.Text() ?? "", ["personal"] = FormChoice.Of<PersonalData>(input.Personal)?.Text() ?? "",
        ["assessment"] = input.Assessment, ["committed"] = input.Committed ? "是" : "否", ["note"] = input.Note,
    };
}
