using Microsoft.AspNetCore.Http;
using Qingdan.Platform.Files;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;

namespace Qingdan.Records.Contracts;

/// <summary>Reads a sign-off from a form with the fields of <see cref="PaperFields"/>; a scan is stored first, so that the sign-off can name it.</summary>
public sealed class PaperForm(FileStore files)
{
    /// <summary>The sign-off as given. On paper as soon as one of the paper's fields is filled.</summary>
    public async Task<Result<SignOffInput>> Read(IFormCollection form, bool agrees, Actor actor, CancellationToken cancel)
    {
        var scan = form.Files["scan"] is { Length: > 0 } file ? file : null;
        var (signer, day, number) = (form["signer"].ToString(), form["signedOn"].ToString(), form["documentNumber"].ToString());
        if (scan is null && signer.Length + day.Length + number.Length == 0) return new SignOffInput(agrees, form["opinion"].ToString());
        if (signer.Length > 50 || number.Length > 100) return new Fault("sign-off.paper.too-long", "签字人不超过 50 字，文号不超过 100 字。", "signer");
        StoredFile? stored = null;
        if (scan is not null)
        {
            await using var content = scan.OpenReadStream();
            if (ScanFile.Refusal(scan, content, "scan") is { } refused) return refused;
            var saved = await files.Save(actor, scan.FileName, content, cancel);
            if (!saved.TryGet(out stored)) return saved.As<SignOffInput>();
        }
                return new SignOffInput(agrees, form["opinion"].ToString(), new PaperSignature(signer, TypedDay.Read(day), number, stored?.Id ?? 0, stored?.Digest ?? ""));
    }
}
