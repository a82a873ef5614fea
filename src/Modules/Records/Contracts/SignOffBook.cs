using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Contracts;

/// <summary>The one place where sign-offs are written and read, for every kind of thing.</summary>
public sealed class SignOffBook(Store store, IdSource ids, TimeProvider clock)
{
    /// <summary>All that is wrong with the input; empty when it can be recorded.</summary>
    public List<Fault> Check(SignOffInput input)
    {
        var faults = new List<Fault>();
        if (!input.Agrees && string.IsNullOrWhiteSpace(input.Opinion))
            faults.Add(new Fault("sign-off.opinion.required", "退回时请写明理由。", "opinion"));
        if (input.Opinion.Length > 2000)
            faults.Add(new Fault("sign-off.opinion.too-long", "意见不超过 2000 字。", "opinion"));
        if (ClassificationMarks.Refusal(input.Opinion, "opinion") is { } marked) faults.Add(marked);
        if (input.Paper is not { } paper) return faults;
        if (string.IsNullOrWhiteSpace(paper.Signer))
            faults.Add(new Fault("sign-off.signer.required", "请填写签字人姓名。", "signer"));
        faults.AddRange(new[] { ClassificationMarks.Refusal(paper.Signer, "signer"), ClassificationMarks.Refusal(paper.DocumentNumber, "documentNumber") }.OfType<Fault>());
        if (paper.SignedOn is not { } day)
            faults.Add(new Fault("sign-off.date.required", "请填写签字日期。", "signedOn"));
        else if (day > clock.Today())
            faults.Add(new Fault("sign-off.date.future", "签字日期不能晚于今天。", "signedOn"));
        else if (TypedDay.Refusal(day, "signedOn", "签字日期") is { } early)
            faults.Add(early);
        if (paper.ScanFileId == 0)
            faults.Add(new Fault("sign-off.scan.required", "线下签批须上传签字件扫描件。", "scan"));
        return faults;
    }

    /// <summary>Adds a checked sign-off for one thing to the running unit of work.</summary>
    public SignOff Add(Actor actor, string targetKind, long targetId, string step, SignOffInput input)
    {
        var signOff = new SignOff
        {
            Id = ids.Next(),
            TargetKind = targetKind,
            TargetId = targetId,
            Step = step,
            Agrees = input.Agrees,
            Opinion = input.Opinion.Trim(),
            Signer = input.Paper?.Signer.Trim() ?? actor.Name,
            StandsFor = input.Paper is null ? actor.StandsFor.GetValueOrDefault(step, "") : "",
            SignedOn = input.Paper?.SignedOn ?? clock.Today(),
            OnPaper = input.Paper is not null,
            DocumentNumber = input.Paper?.DocumentNumber.Trim() ?? "",
            ScanFileId = input.Paper?.ScanFileId ?? 0,
            ScanDigest = input.Paper?.ScanDigest ?? "",
            RecorderId = actor.PersonId,
            RecorderName = actor.Name,
            UnitId = actor.UnitId,
            At = clock.GetUtcNow(),
        };
        store.Add(signOff);
        return signOff;
    }

    /// <summary>The sign-offs of one thing, oldest first.</summary>
    public Task<List<SignOff>> Of(string targetKind, long targetId, CancellationToken cancel) =>
        store.Set<SignOff>().AsNoTracking().Where(s => s.TargetKind == targetKind && s.TargetId == targetId).OrderBy(s => s.At).ThenBy(s => s.Id).ToListAsync(cancel);
}
