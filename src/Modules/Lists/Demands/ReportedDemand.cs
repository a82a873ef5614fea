using Qingdan.Catalog.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Records.Contracts.Reports;
using Qingdan.Standards.Contracts.Declarations;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Demands;

/// <summary>What a row of a workbook says of a demand; its choices have been read, so that each is one of those declared or empty.</summary>
internal static class ReportedDemand
{
    /// <summary>The input that the row means; what it does not say stays as it is known. The items are the caller's.</summary>
    public static DemandInput Input(ReportedRow said, DemandInput known, PublishedResource? resource, UnitTree units, DeclaredPart declared) => known with
    {
        Name = said["name"], ProviderId = resource?.ProviderId ?? units.Resolve(said["provider"]) ?? 0, Scenario = said["scenario"], BasisLevel = said.Of("basisLevel", Domains.LegalBasisLevels)?.ToString() ?? "", BasisName = said["basisName"],
        BasisClause = said["basisClause"], Scope = said["scope"], Regional = said["regional"] == "是", Purpose = said["purpose"], Way = said["way"], Frequency = said.Of("frequency", Domains.UpdateFrequencies)?.ToString() ?? "", StartsOn = said["startsOn"], EndsOn = said["endsOn"],
        Personal = Enum.GetValues<PersonalData>().First(p => p.Text() == said["personal"] || (p == PersonalData.None && said["personal"].Length == 0)).ToString(), Assessment = said["assessment"], Committed = said["committed"] == "是",
        Urgency = Enum.GetValues<Urgency>().First(u => u.Text() == said["urgency"] || (u == Urgency.Normal && said["urgency"].Length == 0)).ToString(), Note = said["note"], Elements = said.Elements(declared),
    };
}
