using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Audit;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Reviews;

/// <summary>年度复核: services, tables, menu and routes.</summary>
internal static class ReviewSetup
{
    public static IServiceCollection AddReviews(this IServiceCollection services) => services
        .AddScoped<ReviewScope>().AddScoped<ReviewAccess>().AddScoped<OpenReview>().AddScoped<AnswerRows>().AddScoped<SubmitSheet>().AddScoped<SignSheet>().AddScoped<TakeAnswers>().AddScoped<DecideProposals>().AddScoped<CloseReview>()
        .AddScoped<FindReviews>().AddScoped<ShowReview>().AddScoped<ShowSheet>().AddScoped<ExportReview>().AddScoped<ITodoSource, ReviewTodos>().AddScoped<IDemoPart, ReviewDemo>()
        .AddAuditWords<SheetState>(ListsAudit.ReviewKind, s => s.Text()).AddAuditWords<ReviewAnswer>(ListsAudit.ReviewKind, a => a.Text()).AddAuditWords<ReviewOutcome>(ListsAudit.ReviewKind, o => o.Text()).AddAuditWords<ReviewedKind>(ListsAudit.ReviewKind, k => k.Text())
        .AddNav(Menu.Lists, "年度复核", "/lists/reviews", "calendar-check", Roles.Business);

    public static void BuildReviews(this ModelBuilder model)
    {
        model.Entity<Review>().ToTable("lists_reviews").Property(r => r.Edit).IsConcurrencyToken();
        model.Entity<ReviewSheet>().ToTable("lists_review_sheets").Property(s => s.Edit).IsConcurrencyToken();
        model.Entity<ReviewRow>().ToTable("lists_review_rows");
    }

    public static void MapReviews(this IEndpointRouteBuilder routes)
    {
        routes.MapReviewPages();
        routes.MapReviewApi();
    }
}
