using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Workflow.Notices.Deliveries.Hooks;

namespace Qingdan.Workflow.Notices.Deliveries;

/// <summary>An order to try one delivery.</summary>
internal sealed record DeliveryOrder(long Id);

/// <summary>
/// Tries one delivery. What fails is tried again after growing pauses, as a job of its own; when all are used up it stands as 失败 until a person has it tried again.
/// Whatever happens outside, the matter it tells of goes on.
/// </summary>
internal sealed class Deliver(Store store, SendMail mail, PostHook hook, JobQueue jobs, TimeProvider clock) : IJobHandler
{
    public const string JobKind = "workflow.delivery";

    // Minutes until the next attempt.
    private static readonly int[] Pauses = [1, 5, 15, 60, 240];

    /// <summary>Attempts in all.</summary>
    public static int Most => Pauses.Length + 1;

    public string Kind => JobKind;

    public async Task Run(JobContext job, CancellationToken cancel)
    {
        var id = job.Payload<DeliveryOrder>().Id;
        if (await store.Set<Delivery>().SingleOrDefaultAsync(d => d.Id == id, cancel) is not { State: DeliveryState.Waiting } delivery) return;
        var problem = delivery.Channel == Channel.Mail ? await mail.Run(delivery, cancel) : await hook.Run(delivery, cancel);
        delivery.Attempts++;
        delivery.Edit++;
        (delivery.Problem, delivery.Detail) = (problem?.Text ?? "", problem?.Detail ?? "");
        if (problem is null) (delivery.State, delivery.SentAt, delivery.NextAt) = (DeliveryState.Sent, clock.GetUtcNow(), null);
        else if (problem.ForGood || delivery.Attempts >= Most) (delivery.State, delivery.NextAt) = (DeliveryState.Failed, null);
        else
        {
            var pause = TimeSpan.FromMinutes(Pauses[delivery.Attempts - 1]);
            delivery.NextAt = clock.GetUtcNow() + pause;
            jobs.Add(Actor.System, JobKind, new DeliveryOrder(id), pause);
        }
        // Somebody may have ordered another attempt in this moment: that one counts.
        _ = await store.TrySave(cancel);
    }
}
