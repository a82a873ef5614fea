using Microsoft.AspNetCore.Http;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;

namespace Qingdan.Records.Rounds.Reporting;

/// <summary>A signature as a form gives it, with or without a scan. A scan is stored only for what this person may sign.</summary>
internal sealed class SignByForm(ShowReport show, PaperForm paper, SignReport sign)
{
    /// <summary>Signs one report; the fields are those of <see cref="PaperFields"/>, and <c>checkCode</c>.</summary>
    public async Task<Result<Done>> Run(long id, int edit, bool agrees, IFormCollection form, Actor actor, CancellationToken cancel)
    {
        if (await show.Run(id, actor, cancel) is not { } view) return RoundFaults.ReportNotFound;
        if (!view.Open) return RoundFaults.Closed;
        if (!view.Records) return RoundFaults.NotYours;
        var read = await paper.Read(form, agrees, actor, cancel);
        return read.TryGet(out var input) ? await sign.Run(id, edit, input, form["checkCode"].ToString(), actor, cancel) : read.As<Done>();
    }
}
