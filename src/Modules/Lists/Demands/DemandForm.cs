using Microsoft.AspNetCore.Http;
using Qingdan.Standards.Contracts.Declarations;

namespace Qingdan.Lists.Demands;

/// <summary>Reads the form of a demand.</summary>
internal static class DemandForm
{
    /// <summary>What the form says.</summary>
    public static DemandInput Read(IFormCollection form, DeclaredPart declared) => new()
    {
        Name = Text(form, "name"), ProviderId = FormNumber.Of(form["providerId"]), Scenario = Text(form, "scenario"), BasisLevel = Text(form, "basisLevel"), BasisName = Text(form, "basisName"),
        BasisNumber = Text(form, "basisNumber"), BasisClause = Text(form, "basisClause"), Scope = Text(form, "scope"), Purpose = Text(form, "purpose"), Way = Text(form, "way"),
        Frequency = Text(form, "frequency"), StartsOn = Text(form, "startsOn"), EndsOn = Text(form, "endsOn"), Personal = Text(form, "personal"), Assessment = Text(form, "assessment"),
        Committed = form["committed"] == "true", Urgency = Text(form, "urgency"), Note = Text(form, "note"), Insist = Text(form, "insist"),
        Elements = declared.Read(form),
        Items = form.ContainsKey("itemLines") ? Lines(form) : form.ContainsKey("itemName") ? Outside(form) : Inside(form),
    };

    private static List<DemandItemInput> Outside(IFormCollection form)
    {
        var (names, notes) = (form["itemName"], form["itemNote"]);
        return [.. names.Select((name, i) => new DemandItemInput(0, 0, (name ?? "").Trim(), i < notes.Count ? notes[i] ?? "" : "")).Where(i => i.Name.Length > 0)];
    }

    private static List<DemandItemInput> Inside(IFormCollection form) =>
        [.. form["item"].OfType<string>().SelectMany(k => k.Split(',')).Select(k => k.Split(':')).Where(k => k.Length == 2).Select(k => new DemandItemInput(FormNumber.Of(k[0]), FormNumber.Of(k[1]), "")).Where(i => i.ResourceId > 0)];

    // One item a line, its note behind a tab: as two people's versions are chosen from.
    private static List<DemandItemInput> Lines(IFormCollection form) =>
        [.. form["itemLines"].ToString().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t', 2)).Select(p => new DemandItemInput(0, 0, p[0].Trim(), p.Length > 1 ? p[1] : ""))];

    private static string Text(IFormCollection form, string field) => form[field].ToString();
}
