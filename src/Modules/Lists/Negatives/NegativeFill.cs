using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Generation;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts.Declarations;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Negatives;

/// <summary>The one way between a negative entry's rows and what a form says.</summary>
internal static class NegativeFill
{
    /// <summary>Puts what the unit says into the row; for a catalogue row name, code and version are the catalogue's.</summary>
    public static void Fill(this Negative row, NegativeInput input, PublishedResource? resource, DeclaredPart declared)
    {
        row.Name = resource?.Name ?? input.Name.Trim();
        row.Code = resource?.Code ?? "";
        row.ResourceVersion = resource?.Version ?? 0;
        if (resource is not null) row.Digest = new Generate().Refused(resource)?.Digest ?? "";
        row.Reason = input.Reason.Trim();
        row.Alternatives = string.Join('；', input.Alternatives);
        row.Impact = input.Impact.Trim();
        row.BasisClauseId = input.ClauseId;
        row.BasisLevel = FormChoice.Of<LegalBasisLevel>(input.BasisLevel)?.ToString() ?? "";
        row.BasisName = Bare(input.BasisName);
        row.BasisNumber = input.BasisNumber.Trim();
        row.BasisClause = input.BasisClause.Trim();
        row.BasisText = input.BasisText.Trim();
        row.BasisState = FormChoice.Of<BasisState>(input.BasisState) ?? BasisState.Unknown;
        row.BasisEffectiveOn = TypedDay.Read(input.BasisEffectiveOn);
        row.Ban = FormChoice.Of<BanKind>(input.Ban) ?? BanKind.Undecided;
        row.LegalOpinion = input.LegalOpinion.Trim();
        row.Elements = declared.Json(input.Elements, row.Elements);
    }

    /// <summary>What a form would say about the stored entry.</summary>
    public static NegativeInput Input(this Negative row, IReadOnlyList<NegativeItem> items) => new()
    {
        ResourceId = row.ResourceId, Name = row.Name, Reason = row.Reason, Impact = row.Impact,
        ItemIds = [.. items.Where(i => i.ItemId != 0).Select(i => i.ItemId)],
        ItemNames = row.ResourceId == 0 ? string.Join('\n', items.OrderBy(i => i.Place).Select(i => i.Name)) : "",
        Alternatives = row.Alternatives.Split('；', StringSplitOptions.RemoveEmptyEntries),
        ClauseId = row.BasisClauseId, BasisLevel = row.BasisLevel, BasisName = row.BasisName, BasisNumber = row.BasisNumber, BasisClause = row.BasisClause,
        BasisText = row.BasisText, BasisState = row.StateToday().ToString(), BasisEffectiveOn = Shown.Day(row.BasisEffectiveOn), Ban = row.Ban.ToString(), LegalOpinion = row.LegalOpinion,
        Elements = DeclaredPart.Texts(row.Elements),
    };

    /// <summary>The rows of the items that may not be shared. None means the whole.</summary>
    public static IEnumerable<NegativeItem> Rows(this NegativeInput input, long negativeId, PublishedResource? resource, IdSource ids)
    {
        var wanted = resource is null
            ? NegativeRules.ItemNames(input).Select(name => (Id: 0L, Name: name))
            : resource.Items.Where(i => input.ItemIds.Contains(i.Id)).Select(i => (i.Id, i.Name));
        return wanted.Select((item, i) => new NegativeItem { Id = ids.Next(), NegativeId = negativeId, ItemId = item.Id, Place = i + 1, Name = item.Name });
    }

    // 《…》 is written around the name when it is shown.
    private static string Bare(string name) => name.Trim().Trim('《', '》').Trim();
}
