import shutil
import subprocess
import unittest

from end_to_end import HI_FILES, HI_MESON, EndToEnd, setUpModule  # noqa: F401


class Folders(EndToEnd):
    """Extra repositories that are folders."""

    def setUp(self):
        super().setUp()
        self.publish_hi()
        self.mine = self.folder / "mine"
        self.machine.add_overlay("hi", "Source: hi\nVersions: < 0.1\n",
                                 HI_MESON)  # the one of mirage does not fit
        self.machine.want("hi\n")

    def test_extra_repositories_are_looked_through_first_in_their_order(self):
        self.fail_with("no version of 'hi' fits", "lock")
        self.machine.add_overlay("hi", "Source: hi\n", HI_MESON, self.mine)
        (self.folder / "none").mkdir()
        output = self.succeed("lock", f"--extra-repos=none:{self.folder}/none,"
                                      f"mine:{self.mine}")
        self.assertIn("locked hi 1.0", output)
        self.assertIn("Repository: mine", self.machine.lock_path().read_text())
        self.succeed("pull", f"--extra-repo=mine:{self.mine}")

    def test_a_repository_may_keep_its_overlays_in_a_subfolder(self):
        self.machine.add_overlay("hi", "Source: hi\n", HI_MESON,
                                 self.mine / "overlays")
        self.succeed("lock", f"--extra-repos=mine:{self.mine}")

    def test_a_folder_is_found_from_the_project(self):
        self.machine.add_overlay("hi", "Source: hi\n", HI_MESON,
                                 self.machine.project / "third-party")
        self.succeed("lock", "--extra-repos=mine:third-party")

    def test_without_overlays_a_library_cannot_be_found(self):
        self.fail_with("app-unix.packages:2: error: the package 'hi' comes from "
                       "the overlay repository, which --no-extra-repo "
                       "disables", "lock", "--no-extra-repo")


@unittest.skipUnless(shutil.which("git"), "git is not there")
class Git(EndToEnd):
    def setUp(self):
        super().setUp()
        self.publish_hi()
        shutil.rmtree(self.machine.home / "overlays/hi")
        self.machine.want("hi\n")
        self.repository = self.folder / "their overlays.git"
        self.git("init", "--quiet", "--initial-branch=main", self.repository)
        self.commit("Source: hi\n")
        self.option = f"--extra-repos=mine:{self.repository.as_uri()}"

    def git(self, *arguments):
        done = subprocess.run(
            ["git", "-c", "user.name=T", "-c", "user.email=t@localhost",
             "-c", "commit.gpgsign=false", *arguments], check=True, text=True,
            capture_output=True)
        return done.stdout.strip()

    def commit(self, description):
        self.machine.add_overlay("hi", description, HI_MESON, self.repository)
        self.git("-C", self.repository, "add", "--all")
        self.git("-C", self.repository, "commit", "--quiet", "-m", "change")
        self.head = self.git("-C", self.repository, "rev-parse", "HEAD")

    def test_the_commit_is_locked_and_nothing_else_is_used(self):
        output = self.succeed("lock", self.option)
        self.assertIn("fetching the repository mine", output)
        locked = self.head
        self.assertIn(f"Commit: {locked}",
                      self.machine.lock_path().read_text())
        self.commit("Source: changed\n")
        self.assertEqual(self.succeed("lock", self.option), "")
        self.succeed("pull", self.option)
        self.assertIn(f"Commit: {locked}",
                      self.machine.lock_path().read_text())

    def test_a_new_lock_uses_the_newest_commit(self):
        self.succeed("lock", self.option)
        self.machine.lock_path().unlink()
        self.commit("Source: hi\nVersions: >= 0.9\n")
        self.succeed("lock", self.option)
        self.assertIn(f"Commit: {self.head}",
                      self.machine.lock_path().read_text())

    def test_a_branch_can_be_asked_for(self):
        self.git("-C", self.repository, "branch", "stable")
        stable = self.head
        self.commit("Source: nothing\n")
        self.succeed("lock", self.option + "#stable")
        self.assertIn(f"Commit: {stable}",
                      self.machine.lock_path().read_text())

    def test_once_fetched_the_repository_is_not_needed(self):
        self.succeed("lock", self.option)
        shutil.rmtree(self.repository)
        self.succeed("lock", self.option)
        self.succeed("pull", self.option)

    def test_a_repository_that_is_not_there(self):
        self.fail_with("cannot fetch the repository 'mine' from file:///no/x:"
                       "\n.*does not appear to be a git repository", "lock",
                       "--extra-repos=mine:file:///no/x")

    def test_a_folder_that_is_not_there(self):
        self.fail_with("cannot fetch the repository 'mine' from /no/x:",
                       "lock", "--extra-repos=mine:/no/x")

    def test_a_locked_commit_that_the_repository_does_not_have(self):
        self.succeed("lock", self.option)
        lock = self.machine.lock_path()
        lock.write_text(lock.read_text().replace(self.head, "0" * 40))
        self.fail_with("the repository 'mine' at .* has no commit 0{40}", "pull",
                       self.option)


if __name__ == "__main__":
    unittest.main()
