using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;

namespace Qingdan.Workflow.Notices.Deliveries.Hooks;

/// <summary>Posts one message to its hook, signed. Whatever the other side answers with 2xx has been taken; the id lets it leave out what comes twice.</summary>
internal sealed class PostHook(Store store, HookClient client, HookSecret secrets, RestingHosts hosts, TimeProvider clock)
{
    /// <summary>Null when it was taken.</summary>
    public async Task<DeliveryProblem?> Run(Delivery delivery, CancellationToken cancel)
    {
        if (await store.Set<Hook>().AsNoTracking().SingleOrDefaultAsync(h => h.Id == delivery.TargetId, cancel) is not { State: HookState.Active } hook) return new DeliveryProblem("这个推送地址已经停用。", ForGood: true);
        var host = new Uri(hook.Url).Authority;
        if (hosts.Rests(host)) return DeliveryProblem.Resting;
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, hook.Url) { Content = new StringContent(delivery.Body, Encoding.UTF8, "application/json") };
            request.Headers.Add("X-Qingdan-Signature", HookSecret.Signature(secrets.Read(hook.Secret), clock.GetUtcNow(), delivery.Body));
            request.Headers.Add("X-Qingdan-Delivery", delivery.Id.ToString(CultureInfo.InvariantCulture));
            using var answer = await client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            return answer.IsSuccessStatusCode ? null : new DeliveryProblem("对方回答 {0}，没有收下。", ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture));
        }
        catch (CryptographicException)
        {
            return new DeliveryProblem("签名密钥无法解开，请停用后重新登记这个地址。", ForGood: true);
        }
        catch (HttpRequestException e) when (e.InnerException is ForbiddenAddressException)
        {
            return new DeliveryProblem("地址指向本机、本机网段或云平台的元数据服务，不允许投递。", ForGood: true);
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            hosts.Fell(host);
            return new DeliveryProblem("连不上对方：{0}", e.Message);
        }
    }
}
