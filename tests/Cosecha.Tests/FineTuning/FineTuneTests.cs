using Cosecha.Datasets.Checks;
using Cosecha.FineTuning;

namespace Cosecha.Tests.FineTuning;

/// <summary>What becomes of a wish for a job.</summary>
public sealed class FineTuneTests
{
    [Fact]
    public async Task A_job_goes_from_the_wish_to_a_model_and_the_files_are_deleted_at_the_service()
    {
        var world = await FineTuneWorld.CreateAsync();
        (await world.PostAsync()).Job!.Status.ShouldBe("running");
        world.Service.Files.Values.Select(n => n[^11..]).ShouldBe(["train.jsonl", "valid.jsonl"]);
        world.Service.Job = new("", FineTuneStatus.Succeeded, "ft:m", 42, null);
        var done = await world.GetAsync();
        (done.FineTunedModel, done.TrainedTokens, done.FilesDeleted, done.FinishedAt).ShouldBe(("ft:m", 42, true, world.Clock.GetUtcNow()));
        world.Service.Files.ShouldBeEmpty();
        (await world.PostAsync()).Job.ShouldBe(done);
        world.Service.Started.ShouldBe(1);
    }

    [Fact]
    public async Task A_file_that_is_not_read_yet_is_waited_for()
    {
        var world = await FineTuneWorld.CreateAsync();
        world.Service.IsReady = null;
        (await world.PostAsync()).Job!.Status.ShouldBe(FineTuneStatus.Uploaded);
        (await world.GetAsync()).Status.ShouldBe(FineTuneStatus.Uploaded);
        world.Service.IsReady = true;
        (await world.GetAsync()).Status.ShouldBe("running");
    }

    [Fact]
    public async Task A_file_that_the_service_refuses_ends_the_job()
    {
        var world = await FineTuneWorld.CreateAsync();
        world.Service.IsReady = false;
        var job = (await world.PostAsync()).Job!;
        (job.Status, job.Error, job.FilesDeleted).ShouldBe((FineTuneStatus.Failed, "file_refused", true));
        world.Service.Started.ShouldBe(0);
    }

    [Fact]
    public async Task A_failed_job_tells_why_and_may_be_tried_anew()
    {
        var world = await FineTuneWorld.CreateAsync();
        await world.PostAsync();
        world.Service.Job = new("", FineTuneStatus.Failed, null, null, "invalid_training_file");
        var failed = await world.GetAsync();
        (failed.Status, failed.Error, failed.FilesDeleted).ShouldBe((FineTuneStatus.Failed, "invalid_training_file", true));
        world.Service.Job = new("", "running", null, null, null);
        var again = (await world.PostAsync()).Job!;
        (again.Id, again.Status, again.Error, again.FilesDeleted).ShouldBe((failed.Id, "running", null, false));
        world.Service.Started.ShouldBe(2);
    }

    [Theory]
    [InlineData(400, "failed", "service_refused")]
    [InlineData(429, "uploaded", null)]
    public async Task A_refused_start_ends_the_job_unless_it_may_pass(int answer, string status, string? error)
    {
        var world = await FineTuneWorld.CreateAsync();
        world.Service.Start = answer;
        await Should.ThrowAsync<FineTuneUnavailableException>(() => world.PostAsync());
        (world.Job.Status, world.Job.Error).ShouldBe((status, error));
        world.Service.Start = 200;
        (await world.PostAsync()).Job!.Status.ShouldBe("running");
        (world.Service.Started, world.Jobs.Jobs.Count).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_version_that_is_erased_from_during_the_upload_is_not_trained_on()
    {
        var world = await FineTuneWorld.CreateAsync(train: 12);
        world.Service.OnUpload = () => world.PublishAsync(11, 10, revision: 1);
        (await world.PostAsync()).Reason.ShouldBe("version_changed");
        (world.Service.Started, world.Service.Files.Count).ShouldBe((0, 0));
        world.Service.OnUpload = () => Task.CompletedTask;
        (await world.PostAsync()).Job!.Revision.ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_wishes_at_once_one_is_uploaded_and_the_other_answers_the_same_job()
    {
        var world = await FineTuneWorld.CreateAsync();
        var uploading = new TaskCompletionSource();
        world.Service.OnUpload = () => uploading.Task;
        var first = world.PostAsync();
        var second = (await world.PostAsync()).Job!;
        second.Status.ShouldBe(FineTuneStatus.Preparing);
        uploading.SetResult();
        (await first).Job!.Id.ShouldBe(second.Id);
        (world.Service.Started, world.Service.Files.Count).ShouldBe((1, 2));
    }

    [Fact]
    public async Task A_validation_file_that_the_service_would_refuse_is_left_out()
    {
        var world = await FineTuneWorld.CreateAsync(valid: 9);
        (await world.PostAsync()).Job!.ValidationFile.ShouldBeNull();
        world.Service.Files.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(0)]
    public async Task Too_few_examples_cost_nothing(int examples)
    {
        var world = await FineTuneWorld.CreateAsync(train: examples);
        var answer = await world.PostAsync();
        answer.Reason.ShouldBe("checks_failed");
        answer.Findings.ShouldHaveSingleItem().Code.ShouldBe(FindingCode.TooFewExamples);
        (world.Service.Files.Count, world.Jobs.Jobs.Count).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Without_a_base_model_or_the_version_there_is_no_job()
    {
        var world = await FineTuneWorld.CreateAsync();
        (await world.PostAsync("20250131T070000123Z")).Reason.ShouldBe("version_unknown");
        world.Options.BaseModel = "";
        (await world.PostAsync()).Reason.ShouldBe("not_configured");
        world.Service.Files.ShouldBeEmpty();
    }
}
