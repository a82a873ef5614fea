using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Disputes;
using Qingdan.Workflow.Meetings.Viewing;
using Xunit;

namespace Qingdan.Tests.Unit.Workflow;

/// <summary>What the form of the minutes says, as browsers and programs send it.</summary>
public sealed class MinutesFormTests
{
    [Fact]
    public void An_outcome_that_is_not_chosen_hides_no_later_matter()
    {
        // Matter 1 has its words and no radio button.
        var said = MeetingForm.Said(Form(("matters[1].conclusion", "同意"), ("matters[2].outcome", "Defer"), ("matters[2].conclusion", "再议"), ("matters[10].outcome", "Grant"), ("matters[x].outcome", "Grant"), ("matters[", "")));
        Assert.Equal([(1, "", "同意"), (2, "Defer", "再议"), (10, "Grant", "")], said.Select(m => (m.Place, m.Outcome, m.Conclusion)));
    }

    [Fact]
    public void A_verdict_is_one_of_the_names_on_an_item_written_plainly()
    {
        var verdicts = SettledItems.From(Form(("v-1", "Mask"), ("v-01", "Agree"), ("v-+2", "Agree"), ("v-3", "77"), ("v-4", "0"), ("v-5", "Agree, Refuse"), ("v-6", "Refuse"), ("w-7", "Agree")), "v-");
        Assert.Equal([(1L, Verdict.Mask), (6L, Verdict.Refuse)], verdicts.Select(v => (v.Key, v.Value)));
    }

    private static FormCollection Form(params (string Name, string Value)[] fields) => new(fields.ToDictionary(f => f.Name, f => new StringValues(f.Value)));
}
