using System.Globalization;
using Microsoft.AspNetCore.Http;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts.Declarations;

namespace Qingdan.Lists.Negatives;

/// <summary>Reads the forms of the negative list.</summary>
internal static class NegativeForm
{
    /// <summary>What the edit form says.</summary>
    public static NegativeInput Input(IFormCollection form, DeclaredPart declared) => new()
    {
        ResourceId = Number(form["resourceId"]), Name = form["name"].ToString(), ItemIds = Numbers(form, "itemIds"), ItemNames = form["itemNames"].ToString(),
        Reason = form["reason"].ToString(), Alternatives = [.. Ways(form)], Impact = form["impact"].ToString(),
        ClauseId = Number(form["clauseId"]), BasisLevel = form["basisLevel"].ToString(), BasisName = form["basisName"].ToString(), BasisNumber = form["basisNumber"].ToString(),
        BasisClause = form["basisClause"].ToString(), BasisText = form["basisText"].ToString(), BasisState = form["basisState"].ToString(),
        BasisEffectiveOn = form["basisEffectiveOn"].ToString(), Ban = form["ban"].ToString(), LegalOpinion = form["legalOpinion"].ToString(),
        Elements = declared.Read(form),
    };

    /// <summary>What the authority's form says.</summary>
    public static Result<NegativeRuling> Ruling(IFormCollection form) =>
        FormChoice.Of<NegativeAct>(form["act"]) is { } act && act is NegativeAct.Agree or NegativeAct.Narrow or NegativeAct.Return or NegativeAct.Refuse
            ? new NegativeRuling(act, form["opinion"].ToString(), form["minutes"].ToString(), Numbers(form, "keep"), Ban(form), form.ContainsKey("alternatives") ? [.. Ways(form)] : null, form["inEffect"] == "true")
            : new Fault("lists.negative.act.required", "请选择结论。", "act");

    /// <summary>How the clause is read.</summary>
    public static BanKind Ban(IFormCollection form) => FormChoice.Of<BanKind>(form["ban"]) ?? BanKind.Undecided;

    /// <summary>The numbers of a field that may occur several times, or once with several; what is none is left out.</summary>
    public static List<long> Numbers(IFormCollection form, string field) => [.. form[field].OfType<string>().SelectMany(v => v.Split(',')).Select(v => Number(v)).Where(n => n > 0).Distinct()];

    private static IEnumerable<string> Ways(IFormCollection form) => form["alternatives"].OfType<string>().SelectMany(v => v.Split('；', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A number; 0 when it is none.</summary>
    public static long Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
