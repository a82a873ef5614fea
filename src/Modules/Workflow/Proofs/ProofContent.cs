using System.Text.Json.Nodes;
using Qingdan.Platform.Documents;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Workflow.Cases.Viewing;

namespace Qingdan.Workflow.Proofs;

/// <summary>What a proof says, from what is on record. Its names are those of docs/PROOFS.md and stay.</summary>
internal static class ProofContent
{
    /// <summary>The content in its canonical form.</summary>
    /// <param name="view">The case as the city sees it.</param>
    /// <param name="clock">The clock of the answer.</param>
    /// <param name="signed">The step by which the answer went out.</param>
    /// <param name="anchors">Law and article of what was done.</param>
    /// <param name="made">When the proof was made.</param>
    public static string Of(CaseView view, ClockView clock, CaseStepView signed, IReadOnlyList<string> anchors, DateTimeOffset made) => CanonicalJson.Of(new JsonObject
    {
        ["kind"] = "履职凭证", ["version"] = 1, ["made"] = Shown.Instant(made),
        ["case"] = new JsonObject { ["id"] = $"{view.Row.Id}", ["number"] = view.Demand.Number, ["name"] = view.Row.Name, ["requester"] = view.Row.Unit, ["provider"] = view.Row.Provider },
        ["term"] = new JsonObject
        {
            ["duty"] = clock.What, ["law"] = clock.Law, ["certainty"] = $"{clock.Certainty}", ["received"] = Shown.Day(clock.StartedOn), ["workingDays"] = clock.Amount, ["extension"] = clock.Extension,
            ["paused"] = clock.PausedDays, ["due"] = Shown.Day(clock.DueOn), ["answered"] = Shown.Day(LegalDay.Of(signed.At)), ["inTime"] = LegalDay.Of(signed.At) <= clock.DueOn,
        },
        ["anchors"] = Texts(anchors),
        ["answers"] = new JsonArray([.. view.Items.Select(i => (JsonNode)new JsonObject { ["resource"] = i.Item.Resource, ["item"] = i.Item.Name, ["answer"] = i.Verdict, ["reason"] = i.Reason, ["basis"] = i.Basis })]),
        ["signed"] = new JsonObject { ["act"] = signed.Act, ["by"] = signed.SignOff!.Signer, ["standsFor"] = signed.SignOff.StandsFor, ["on"] = Shown.Day(signed.SignOff.SignedOn), ["onPaper"] = signed.SignOff.OnPaper, ["document"] = signed.SignOff.DocumentNumber },
    });

    private static JsonArray Texts(IReadOnlyList<string> texts) => new([.. texts.Select(t => (JsonNode)JsonValue.Create(t)!)]);
}
