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
        ResourceId = FormNumber.Of(form["resourceId"]), Name = form["name"].ToString(), ItemIds = FormNumber.All(form, "itemIds"), ItemNames = form["itemNames"].ToString(),
        Reason = form["reason"].ToString(), Alternatives = [.. Ways(form)], Impact = form["impact"].ToString(),
        ClauseId = FormNumber.Of(form["clauseId"]), BasisLevel = form["basisLevel"].ToString(), BasisName = form["basisName"].ToString(), BasisNumber = form["basisNumber"].ToString(),
        BasisClause = form["basisClause"].ToString(), BasisText = form["basisText"].ToString(), BasisState = form["basisState"].ToString(),
        BasisEffectiveOn = form["basisEffectiveOn"].ToString(), Ban = form["ban"].ToString(), LegalOpinion = form["legalOpinion"].ToString(),
        Elements = declared.Read(form),
    };

    /// <summary>What the authority's form says.</summary>
    public static Result<NegativeRuling> Ruling(IFormCollection form) =>
        FormChoice.Of<NegativeAct>(form["act"]) is { } act && act is NegativeAct.Agree or NegativeAct.Narrow or NegativeAct.Return or NegativeAct.Refuse
            ? new NegativeRuling(act, form["opinion"].ToString(), form["minutes"].ToString(), FormNumber.All(form, "keep"), Ban(form), form.ContainsKey("alternatives") ? [.. Ways(form)] : null, form["inEffect"] == "true")
            : new Fault("lists.negative.act.required", "请选择结论。", "act");

    /// <summary>How the clause is read.</summary>
    public static BanKind Ban(IFormCollection form) => FormChoice.Of<BanKind>(form["ban"]) ?? BanKind.Undecided;

    private static IEnumerable<string> Ways(IFormCollection form) => form["alternatives"].OfType<string>().SelectMany(v => v.Split('；', StringSplitOptions.RemoveEmptyEntries));
}
