using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;

namespace Qingdan.Lists.Negatives;

/// <summary>The route as it is drawn: who has signed, whose turn it is.</summary>
internal static class NegativeSteps
{
    /// <summary>The five steps of an entry.</summary>
    public static IReadOnlyList<SignStepView> Of(Negative entry, IReadOnlyList<SignOff> signed)
    {
        // What was signed before the last return does not count any more; what the authority refused shows how it went.
        var lastReturn = entry.State == NegativeState.Rejected ? -1 : signed.ToList().FindLastIndex(s => !s.Agrees);
        var counting = signed.Skip(lastReturn + 1).ToLookup(s => s.Step);
        DateOnly? received = signed.Count > 0 ? LegalDay.Of(signed[^1].At) : null;
        return [.. NegativeRoute.Steps.Select(step => Step(entry, step, counting[step].LastOrDefault(), received))];
    }

    private static SignStepView Step(Negative entry, string step, SignOff? by, DateOnly? received)
    {
        if (by is not null) return new SignStepView(NegativeRoute.Text(step), StepState.Done, by.Signer, by.OnPaper ? by.RecorderName : "", by.SignedOn);
        var now = entry.State switch
        {
            NegativeState.InRoute => step == entry.Step,
            NegativeState.Candidate or NegativeState.Returned => step == NegativeRoute.Office,
            _ => false,
        };
        return now ? new SignStepView(NegativeRoute.Text(step), StepState.Now, "", "", received) : new SignStepView(NegativeRoute.Text(step), StepState.Next, "", "", null);
    }
}
