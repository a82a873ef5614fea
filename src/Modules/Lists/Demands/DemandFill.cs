using Qingdan.Platform.Ids;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts.Declarations;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Demands;

/// <summary>The one way between a demand's rows and what a form says.</summary>
internal static class DemandFill
{
    /// <summary>Puts the input into the row; items are rows of their own.</summary>
    public static void Fill(this Demand row, DemandInput input, DeclaredPart declared)
    {
        row.Name = input.Name.Trim();
        row.InCatalog = input.Items.Any(i => i.ResourceId != 0);
        row.ProviderId = input.ProviderId;
        row.Scenario = input.Scenario.Trim();
        row.BasisLevel = input.BasisLevel;
        row.BasisName = input.BasisName.Trim();
        row.BasisNumber = input.BasisNumber.Trim();
        row.BasisClause = input.BasisClause.Trim();
        row.BasisReason = input.BasisReason.Trim();
        row.Scope = input.Scope.Trim();
        row.Regional = input.Regional;
        row.Purpose = input.Purpose;
        row.Way = input.Way;
        row.Frequency = FormChoice.Of<UpdateFrequency>(input.Frequency);
        row.StartsOn = TypedDay.Read(input.StartsOn);
        row.EndsOn = TypedDay.Read(input.EndsOn);
        row.Personal = FormChoice.Of<PersonalData>(input.Personal) ?? PersonalData.None;
        row.Assessment = input.Assessment.Trim();
        row.Committed = input.Committed;
        row.Urgency = FormChoice.Of<Urgency>(input.Urgency) ?? Urgency.Normal;
        row.Note = input.Note.Trim();
        row.Insist = input.Insist.Trim();
        row.Elements = declared.Json(input.Elements, row.Elements);
    }

    /// <summary>What a form would say about the stored demand.</summary>
    public static DemandInput Input(this Demand row, IEnumerable<DemandItem> items) => new()
    {
        Name = row.Name, ProviderId = row.ProviderId, Scenario = row.Scenario, BasisLevel = row.BasisLevel, BasisName = row.BasisName,
        BasisNumber = row.BasisNumber, BasisClause = row.BasisClause, BasisReason = row.BasisReason, Scope = row.Scope, Regional = row.Regional, Purpose = row.Purpose, Way = row.Way,
        Frequency = row.Frequency?.ToString() ?? "", StartsOn = Shown.Day(row.StartsOn), EndsOn = Shown.Day(row.EndsOn), Personal = row.Personal.ToString(),
        Assessment = row.Assessment, Committed = row.Committed, Urgency = row.Urgency.ToString(), Note = row.Note, Insist = row.Insist,
        Elements = DeclaredPart.Texts(row.Elements),
        Items = [.. items.OrderBy(i => i.Place).Select(i => new DemandItemInput(i.ResourceId, i.ItemId, i.Name, i.Note, i.Required))],
    };

    /// <summary>The rows of the items asked for, in their order.</summary>
    public static IEnumerable<DemandItem> Rows(this DemandInput input, long demandId, IdSource ids) => input.Items.Select((item, i) => new DemandItem
    {
        Id = ids.Next(), DemandId = demandId, ResourceId = item.ResourceId, ItemId = item.ItemId, Place = i + 1,
        Name = item.Name.Trim(), Note = item.Note.Trim(), Required = item.Required,
    });
}
